using System.Globalization;
using Kiosk.Data;
using Kiosk.Data.Editorial;
using Kiosk.Data.Properties;
using Kiosk.Data.Topics;
using Kiosk.Web.Accounts;
using Kiosk.Web.Reading;
using Kiosk.Web.Tagging;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Kenmerken;

/// <summary>What an article is about and rests on, for editors: topics with suggestions, and the properties of the field.</summary>
public sealed class KenmerkenPage(IDbContextFactory<KioskDb> archive, TopicSuggestions suggestions, DutchTime time) : PageModel
{
    private const string Outdated = "Iemand anders veranderde dit stuk terwijl jij bezig was. Hieronder staat wat jij invulde; kijk het na en bewaar opnieuw.";

    public ArticleCard Card { get; private set; } = null!;

    public PropertyForm Form { get; private set; } = new();

    /// <summary>The properties that a person set.</summary>
    public IReadOnlyList<ArticleProperty> ByHand { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Problems { get; private set; } = new Dictionary<string, string>();

    public string? Trouble { get; private set; }

    /// <summary>What was done just now and can be undone; null if nothing was.</summary>
    public Guid? Done { get; private set; }

    /// <summary>The topics that it has, each with who put it there.</summary>
    public IReadOnlyList<(int Id, string Name, TaggedBy By)> Topics { get; private set; } = [];

    public IReadOnlyList<TopicSuggestion> Suggestions { get; private set; } = [];

    public TopicTree Tree { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, [FromQuery(Name = "gedaan")] Guid? done, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await LoadAsync(db, id, cancellation) is not { } article)
            return NotFound();
        (Form, Done) = (PropertyForm.Of(KeptProperties.Of(article), article.Version), done);
        return Page();
    }

    public async Task<IActionResult> OnPostBewaarAsync(long id, PropertyForm form, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await LoadAsync(db, id, cancellation) is not { } article)
            return NotFound();
        Form = form;
        var wanted = form.Read(KeptProperties.Of(article), out var problems);
        Problems = problems;
        if (wanted is null)
            return Page();
        if (wanted.ReplacedBy is { } by && (by == id || !await db.Articles.AnyAsync(one => one.Id == by && one.State == ArticleState.Visible, cancellation)))
        {
            Problems = new Dictionary<string, string> { ["vervangen-door"] = by == id ? "Een stuk kan zichzelf niet vervangen." : "Dit stuk staat niet in de kiosk." };
            return Page();
        }

        var batch = Visitor.Of(User)!.Batch(time.Now);
        if (await PropertyActs.ChangeAsync(db, batch, id, form.Version, wanted, cancellation))
            return LocalRedirect(Here(id, batch.Id));
        (Trouble, Form) = (Outdated, form with { Version = article.Version });
        return Page();
    }

    public Task<IActionResult> OnPostPastAsync(long id, [FromForm(Name = "onderwerp")] int topic, CancellationToken cancellation) => JudgeAsync(id, topic, fits: true, cancellation);

    public Task<IActionResult> OnPostPastNietAsync(long id, [FromForm(Name = "onderwerp")] int topic, CancellationToken cancellation) => JudgeAsync(id, topic, fits: false, cancellation);

    public async Task<IActionResult> OnPostTerugAsync(long id, [FromForm(Name = "gedaan")] Guid done, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var outcome = await EditorialUndo.BatchAsync(db, done, Visitor.Of(User)!.Batch(time.Now), cancellation);
        if (outcome.Problems.Count == 0)
            return LocalRedirect(Here(id, done: null));
        db.ChangeTracker.Clear();
        if (await LoadAsync(db, id, cancellation) is not { } article)
            return NotFound();
        (Form, Trouble) = (PropertyForm.Of(KeptProperties.Of(article), article.Version), string.Join(' ', outcome.Problems));
        return Page();
    }

    private async Task<IActionResult> JudgeAsync(long id, int topic, bool fits, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var batch = Visitor.Of(User)!.Batch(time.Now);
        return await TagActs.JudgeAsync(db, batch, id, topic, fits, cancellation) ? LocalRedirect(Here(id, batch.Id)) : NotFound();
    }

    private async Task<Article?> LoadAsync(KioskDb db, long id, CancellationToken cancellation)
    {
        var article = await db.Articles.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.State != ArticleState.Merged, cancellation);
        if (article is null)
            return null;
        Card = await db.Articles.AsNoTracking().Where(one => one.Id == id).Select(ArticleCard.Projection).SingleAsync(cancellation);
        ByHand = article.SetByHand;
        Tree = await TopicTree.ReadAsync(db, cancellation);
        var tags = await db.ArticleTopics.AsNoTracking().Where(tag => tag.ArticleId == id)
            .Select(tag => new { tag.TopicId, tag.Topic!.Name, tag.TaggedBy, tag.Topic.Position }).OrderBy(tag => tag.Position).ToListAsync(cancellation);
        Topics = [.. tags.Select(tag => (tag.TopicId, tag.Name, tag.TaggedBy))];
        Suggestions = await suggestions.ForAsync(db, id, cancellation);
        return article;
    }

    /// <summary>Who or what put a topic there, in Dutch.</summary>
    public static string Words(TaggedBy by) => by switch
    {
        TaggedBy.Source => "via de bron",
        TaggedBy.Rule => "via de regel",
        TaggedBy.Editor => "door de redactie",
        _ => "via een import",
    };

    private static string Here(long id, Guid? done) => string.Create(CultureInfo.InvariantCulture, $"{Links.Properties(id)}{(done is null ? "" : "?gedaan=")}{done}");
}
