using Kiosk.Data;
using Kiosk.Data.Lists;
using Kiosk.Web.Accounts;
using Kiosk.Web.Citing;
using Kiosk.Web.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Lijsten;

/// <summary>A list on paper, for a team to talk about: an agenda, and of each article its summary, how to cite it, how long it takes, and the questions.</summary>
public sealed class PakketPage(IDbContextFactory<KioskDb> archive, ListAccess access) : PageModel
{
    [FromQuery(Name = "sleutel")]
    public string? Key { get; set; }

    public ListView List { get; private set; } = null!;

    /// <summary>How each article is cited.</summary>
    public IReadOnlyDictionary<long, string> Citations { get; private set; } = new Dictionary<long, string>();

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await access.OfAsync(db, id, User, Key, cancellation) == ListRight.None || await ListView.FindAsync(db, id, cancellation) is not { } list)
            return Visitor.Of(User) is null ? Challenge() : NotFound();
        List = list;
        var works = await CitedWork.ReadAsync(db, [.. list.Articles.Select(article => article.Card.Id)], cancellation);
        Citations = works.ToDictionary(work => work.Id, Apa.Write);
        return Page();
    }
}
