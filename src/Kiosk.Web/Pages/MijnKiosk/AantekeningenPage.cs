using System.Text;
using Kiosk.Data;
using Kiosk.Web.Accounts;
using Kiosk.Web.Annotations;
using Kiosk.Web.Citing;
using Kiosk.Web.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.MijnKiosk;

/// <summary>All that a reader marked and noted: to look through, to search, and to take along.</summary>
public sealed class AantekeningenPage(IDbContextFactory<KioskDb> archive) : PageModel
{
    private const int LongestQuestion = 400;

    /// <summary>What is searched for; empty for all.</summary>
    [FromQuery(Name = "q")]
    public string? Question { get; set; }

    /// <summary>The annotation that was taken away a moment ago, with its article.</summary>
    [FromQuery(Name = "weg")]
    public long? Removed { get; set; }

    [FromQuery(Name = "stuk")]
    public long? RemovedFrom { get; set; }

    /// <summary>By article.</summary>
    public IReadOnlyList<IGrouping<long, MyAnnotation>> Groups { get; private set; } = [];

    public int Count => Groups.Sum(group => group.Count());

    private Guid Me => Visitor.Of(User)!.Id;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Question = ListShelf.Text(Question, LongestQuestion);
        Groups = await MyAnnotation.ReadAsync(db, Me, Question, cancellation);
        if (Removed is not null && !await db.Annotations.AnyAsync(one => one.Id == Removed && one.ArticleId == RemovedFrom && one.UserId == Me && one.RemovedAt != null, cancellation))
            Removed = null;
    }

    /// <summary>What is shown, as a file.</summary>
    public async Task<IActionResult> OnGetMarkdownAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var groups = await MyAnnotation.ReadAsync(db, Me, ListShelf.Text(Question, LongestQuestion), cancellation);
        var works = await CitedWork.ReadAsync(db, [.. groups.Select(group => group.Key)], cancellation);
        return File(Encoding.UTF8.GetBytes(AnnotationMarkdown.Write(groups, works)), "text/markdown; charset=utf-8", "mijn-aantekeningen.md");
    }
}
