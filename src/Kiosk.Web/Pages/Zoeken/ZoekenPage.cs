using Kiosk.Data;
using Kiosk.Data.Topics;
using Kiosk.Ingest.Archiving;
using Kiosk.Search;
using Kiosk.Search.References;
using Kiosk.Web.Accounts;
using Kiosk.Web.Feeds;
using Kiosk.Web.Insight;
using Kiosk.Web.Reading;
using Kiosk.Web.Searching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Zoeken;

public sealed class ZoekenPage(IDbContextFactory<KioskDb> archive, SearchIndex index, SearchDiary diary, ReadCounter counter) : PageModel
{
    /// <summary>Of one property; nobody ticks more.</summary>
    private const int MostChosen = 30;

    private const int MostApart = 4;
    private const int ShortestApart = 3;

    private readonly List<string> _notes = [];

    public SearchFilters Filters { get; private set; } = null!;

    public IReadOnlyList<TopicLink> Topics { get; private set; } = [];

    public IReadOnlyList<TopicLink> Sources { get; private set; } = [];

    public SearchPage Found { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<ShownHit> Hits { get; private set; } = [];

    /// <summary>Narrower questions that the results lead to.</summary>
    public IReadOnlyList<string> Related { get; private set; } = [];

    /// <summary>Words of a question that found nothing, with how much each finds by itself.</summary>
    public IReadOnlyList<(string Word, int Count)> Apart { get; private set; } = [];

    /// <summary>Whether there is something to filter, or a filter to take away.</summary>
    public bool HasFilters => Found.Total > 0 || Filters.IsFiltered;

    /// <summary>Where the feeds of this question stand, by file name.</summary>
    public Func<string, string> FeedPath => file => FeedLinks.Search(Filters.ToQuery(), Filters.Exactly, file);

    public bool IsForEditors { get; private set; }

    /// <summary>What was left out of the question and why, in Dutch.</summary>
    public IEnumerable<string> Notes => _notes.Concat(Found.Notes);

    /// <summary>Other words for what was typed, each once.</summary>
    public IEnumerable<string> AlsoSought => Found.AlsoSought.SelectMany(used => used.Others).Distinct();

    /// <summary>A chosen value as a reader sees it.</summary>
    public string LabelOf(Facet facet, string value) => FacetWords.Label(facet, value, facet switch
    {
        Facet.Topic => NameIn(Topics, value),
        Facet.Source => NameIn(Sources, value),
        Facet.Municipality => Municipality.Find(value)?.Name ?? value,
        Facet.Law => LawArticle.Parse(value)?.Abbreviation ?? value,
        _ => value,
    });

    /// <summary><c>64 stukken</c>; of the whole matches, unless there are none or all stand together.</summary>
    public string Count => (Answers, Found.Total) switch
    {
        (0, 0) => "Niets gevonden",
        (0, _) => "Geen stuk bevat alles wat je vroeg",
        var (whole, _) => DutchText.Count(whole, "stuk", "stukken"),
    };

    /// <summary>What stands below those that were counted, and is counted by the filters too; null if nothing does.</summary>
    public string? CountOfRest => Answers > 0 && Found.Total > Answers ? $"en {DutchText.Count(Found.Total - Answers, "stuk", "stukken")} waarin niet alles voorkomt" : null;

    /// <summary>What answers the question: of a sentence nobody expects each word back.</summary>
    private int Answers => Found.IsOneList ? Found.Total : Found.Whole;

    public async Task<IActionResult> OnGetAsync(
        string? q, string? sorteer, string? precies, string? pagina, [FromServices] IAuthorizationService access, CancellationToken cancellation)
    {
        if (!index.IsReady)
            return StatusCode(StatusCodes.Status503ServiceUnavailable);
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Topics = await db.Topics.OrderBy(topic => topic.Position).ThenBy(topic => topic.Name)
            .Select(topic => new TopicLink(topic.Slug, topic.Name)).ToListAsync(cancellation);
        Sources = await db.Sources.Where(source => source.MergedInto == null).OrderBy(source => source.Name)
            .Select(source => new TopicLink(source.Slug, source.Name)).ToListAsync(cancellation);
        if (await RenamedAsync(db, cancellation) is { } renamed)
            return RedirectPermanent(renamed);
        var years = YearRange.Of(Request.Query["van"], Request.Query["tot"]);
        var chosen = Chosen();
        if (!years.IsOpen)
            chosen.Remove(Facet.Year);
        Filters = new SearchFilters(Question(q), chosen, sorteer == "nieuwste", precies == "1") { Years = years };
        Search(pagina);
        Hits = await ShownHit.ReadAsync(db, Found.Hits, cancellation);
        IsForEditors = (await access.AuthorizeAsync(User, Access.Editor)).Succeeded;
        return Page();
    }

    /// <summary>The same question with topics and sources as they are called now; null if it names none by an old address.</summary>
    private async Task<string?> RenamedAsync(KioskDb db, CancellationToken cancellation)
    {
        var (topic, source) = (FacetWords.Parameter(Facet.Topic), FacetWords.Parameter(Facet.Source));
        if (Request.Query[topic].All(value => Topics.Any(one => one.Slug == value)) && Request.Query[source].All(value => Sources.Any(one => one.Slug == value)))
            return null;
        var (slugs, current) = (await TopicBook.AllAsync(db, cancellation), await db.Topics.ToDictionaryAsync(one => one.Id, one => one.Slug, cancellation));
        var joined = (await NameHistory.SourcesAsync(db, cancellation)).ToDictionary(name => name.Was, name => name.Now);
        string? Now(string key, string? value) => key == topic ? slugs.TryGetValue(value ?? "", out var id) ? current[id] : null : key == source ? joined.GetValueOrDefault(value ?? "") : null;
        var query = Request.Query.SelectMany(pair => pair.Value.Select(value => (pair.Key, Was: value, Now: Now(pair.Key, value) ?? value))).ToList();
        return query.TrueForAll(pair => pair.Was == pair.Now) ? null : Links.SearchPath + QueryString.Create(query.Select(pair => KeyValuePair.Create(pair.Key, pair.Now)));
    }

    /// <summary>A page beyond the last gives the last: the first search tells how many there are.</summary>
    private void Search(string? pagina)
    {
        var asked = Paging.Of(pagina, int.MaxValue - Paging.PerPage, Filters.Link);
        Found = index.Search(Filters.Request(asked.Skip, Paging.PerPage));
        Paging = Paging.Of(pagina, Found.Total, Filters.Link);
        if (Paging.Page != asked.Page)
            Found = index.Search(Filters.Request(Paging.Skip, Paging.PerPage));
        if (Filters.Text.Length == 0)
            return;
        if (Answers == 0)
            Apart = [.. WordsApart()];
        else if (Paging.Page == 1)
            Related = index.Related(Filters.Text);
        if (Paging.Page == 1 && !Filters.IsFiltered && !Filters.Newest && HttpMethods.IsGet(Request.Method))
        {
            diary.Asked(Filters.Text, foundNothing: Answers == 0 || Found.IsCorrected);
            counter.Searched(HttpContext);
        }
    }

    /// <summary>Where an editor sees why a hit stands where it stands; null for whoever is no editor, or asked nothing.</summary>
    public string? WhyLink(ShownHit hit) => IsForEditors && Filters.Text.Length > 0 ? Links.Explanation(Filters.Text, hit.Card.Id) : null;

    private IEnumerable<(string Word, int Count)> WordsApart() => Filters.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.Trim('"', '(', ')', ',', '?')).Where(word => word.Length >= ShortestApart && word[0] != '-').Distinct(StringComparer.OrdinalIgnoreCase).Take(MostApart)
        .Select(word => (word, index.Search(new SearchRequest { Text = word, Take = 1 }).Whole)).Where(word => word.Whole > 0 && word.word != Filters.Text);

    private string Question(string? q)
    {
        var text = (q ?? "").Trim();
        if (text.Length <= SearchFilters.MaxText)
            return text;
        _notes.Add($"Je vraag was erg lang. Alleen de eerste {SearchFilters.MaxText} tekens tellen mee.");
        return text[..SearchFilters.MaxText];
    }

    private Dictionary<Facet, IReadOnlyCollection<string>> Chosen() => FacetWords.All
        .Select(facet => (Facet: facet, Values: KnownOf(facet)))
        .Where(chosen => chosen.Values.Count > 0)
        .ToDictionary(chosen => chosen.Facet, chosen => chosen.Values);

    private IReadOnlyCollection<string> KnownOf(Facet facet) =>
        [.. Request.Query[FacetWords.Parameter(facet)].Where(value => !string.IsNullOrEmpty(value)).Distinct().Take(MostChosen).Where(value => IsKnown(facet, value!))!];

    private bool IsKnown(Facet facet, string value)
    {
        var known = facet switch
        {
            Facet.Topic => Topics.Any(topic => topic.Slug == value),
            Facet.Source => Sources.Any(source => source.Slug == value),
            _ => FacetWords.IsKnown(facet, value),
        };
        if (!known)
            _notes.Add($"De kiosk kent {FacetWords.WithArticle(facet)} ‘{value[..Math.Min(value.Length, 60)]}’ niet, dus dat telt niet mee.");
        return known;
    }

    private static string NameIn(IReadOnlyList<TopicLink> links, string slug) => links.FirstOrDefault(link => link.Slug == slug)?.Name ?? slug;
}
