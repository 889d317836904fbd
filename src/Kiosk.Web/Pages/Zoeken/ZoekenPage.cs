using Kiosk.Data;
using Kiosk.Search;
using Kiosk.Web.Http;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Zoeken;

public sealed class ZoekenPage(IDbContextFactory<KioskDb> archive, SearchIndex index) : PageModel
{
    private readonly List<string> _notes = [];

    public SearchFilters Filters { get; private set; } = null!;

    public IReadOnlyList<TopicLink> Topics { get; private set; } = [];

    public IReadOnlyList<TopicLink> Sources { get; private set; } = [];

    public SearchPage Found { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<ShownHit> Hits { get; private set; } = [];

    /// <summary>What was left out of the question and why, in Dutch.</summary>
    public IEnumerable<string> Notes => _notes.Concat(Found.Notes);

    public string? TopicName => Topics.FirstOrDefault(topic => topic.Slug == Filters.Topic)?.Name;

    public string? SourceName => Sources.FirstOrDefault(source => source.Slug == Filters.Source)?.Name;

    /// <summary><c>64 stukken</c>; of the whole matches, unless there are none.</summary>
    public string Count => (Found.Whole, Found.Total) switch
    {
        (0, 0) => "Niets gevonden",
        (0, _) => "Geen stuk bevat alles wat je vroeg",
        var (whole, _) => DutchText.Count(whole, "stuk", "stukken"),
    };

    public async Task<IActionResult> OnGetAsync(
        string? q, string? onderwerp, string? bron, string? soort, string? sorteer, string? pagina, CancellationToken cancellation)
    {
        if (!index.IsReady)
        {
            Faults.NotReady(Response);
            return StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        await using var db = await archive.CreateDbContextAsync(cancellation);
        Topics = await db.Topics.OrderBy(topic => topic.Position).ThenBy(topic => topic.Name)
            .Select(topic => new TopicLink(topic.Slug, topic.Name)).ToListAsync(cancellation);
        Sources = await db.Sources.OrderBy(source => source.Name)
            .Select(source => new TopicLink(source.Slug, source.Name)).ToListAsync(cancellation);
        Filters = new SearchFilters(
            Question(q), Known("onderwerp", onderwerp, Topics), Known("bron", bron, Sources), KnownKind(soort), sorteer == "nieuwste");
        Search(pagina);
        Hits = await ShownHit.ReadAsync(db, Found.Hits, cancellation);
        return Page();
    }

    /// <summary>A page beyond the last gives the last: the first search tells how many there are.</summary>
    private void Search(string? pagina)
    {
        var asked = Paging.Of(pagina, int.MaxValue - Paging.PerPage, Filters.Link);
        Found = index.Search(Filters.Request(asked.Skip, Paging.PerPage));
        Paging = Paging.Of(pagina, Found.Total, Filters.Link);
        if (Paging.Page != asked.Page)
            Found = index.Search(Filters.Request(Paging.Skip, Paging.PerPage));
    }

    private string Question(string? q)
    {
        var text = (q ?? "").Trim();
        if (text.Length <= SearchFilters.MaxText)
            return text;
        _notes.Add($"Je vraag was erg lang. Alleen de eerste {SearchFilters.MaxText} tekens tellen mee.");
        return text[..SearchFilters.MaxText];
    }

    private string? Known(string filter, string? slug, IReadOnlyList<TopicLink> known)
    {
        if (string.IsNullOrEmpty(slug) || known.Any(link => link.Slug == slug))
            return string.IsNullOrEmpty(slug) ? null : slug;
        _notes.Add($"De kiosk kent {(filter == "bron" ? "de bron" : "het onderwerp")} ‘{slug[..Math.Min(slug.Length, 60)]}’ niet, dus dat telt niet mee.");
        return null;
    }

    private ArticleKind? KnownKind(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return null;
        if (Kiosk.Data.Names.TryParse<ArticleKind>(name, out var kind))
            return kind;
        _notes.Add($"De kiosk kent de soort ‘{name[..Math.Min(name.Length, 60)]}’ niet, dus die telt niet mee.");
        return null;
    }
}
