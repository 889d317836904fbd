using Kiosk.Search;
using Kiosk.Search.Queries;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Pages.Zoeken;

/// <summary>What a visitor asked, as the address says it; nothing in it is trusted or an error.</summary>
/// <param name="Text">Never null; cut at <see cref="MaxText"/>.</param>
/// <param name="Chosen">The values chosen of each property, at least one of each that is there.</param>
/// <param name="Newest">Newest first rather than by relevance.</param>
/// <param name="Exactly">Only what was typed: nothing that means the same, no better spelling in its place.</param>
public sealed record SearchFilters(string Text, IReadOnlyDictionary<Facet, IReadOnlyCollection<string>> Chosen, bool Newest, bool Exactly = false)
{
    public const int MaxText = 400;

    private const int MostOfFacet = 30;
    private const int MostOfValue = 100;

    /// <summary>Between which years; goes before years in <see cref="Chosen"/>.</summary>
    public YearRange Years { get; init; }

    public bool IsFiltered => Chosen.Count > 0 || !Years.IsOpen;

    /// <summary>Without a question there is no relevance to sort by.</summary>
    public SearchOrder Order => Newest || Text.Length == 0 ? SearchOrder.Newest : SearchOrder.Relevance;

    /// <summary>What was chosen, in the order in which it is shown.</summary>
    public IEnumerable<(Facet Facet, string Value)> Values => FacetWords.All.Where(Chosen.ContainsKey).SelectMany(facet => Chosen[facet].Select(value => (facet, value)));

    /// <summary>What the address of a feed asks: as that of a page, but that a value nobody knows finds nothing rather than being left out.</summary>
    public static SearchFilters OfFeed(IQueryCollection query)
    {
        var text = query["q"].ToString().Trim();
        var chosen = FacetWords.All.ToDictionary(facet => facet, facet => (IReadOnlyCollection<string>)[.. query[FacetWords.Parameter(facet)].OfType<string>().Where(value => value.Length is > 0 and <= MostOfValue).Distinct().Take(MostOfFacet)]);
        return new SearchFilters(text[..Math.Min(text.Length, Data.Alerts.Alert.LongestQuery)], chosen.Where(pair => pair.Value.Count > 0).ToDictionary(), Newest: true, query["precies"] == "1")
        {
            Years = YearRange.Of(query["van"], query["tot"]),
        };
    }

    /// <summary>All of it as one question in the query language, for what waits for articles rather than looking them up.</summary>
    public string ToQuery()
    {
        var parts = Values.Where(chosen => chosen.Facet != Facet.Year || Years.IsOpen).GroupBy(chosen => chosen.Facet, chosen => $"{FacetWords.Parameter(chosen.Facet)}:{Quoted(chosen.Value)}")
            .Select(values => values.Count() > 1 ? $"({string.Join(" OF ", values)})" : values.Single()).ToList();
        if (Years.From is { } first && Years.To is { } last)
            parts.Add(FormattableString.Invariant($"jaar:{first}-{last}"));
        else if (Years.From is { } from)
            parts.Add(FormattableString.Invariant($"na:{from}"));
        else if (Years.To is { } to)
            parts.Add(FormattableString.Invariant($"voor:{to + 1}"));
        return parts.Count == 0 ? Text : string.Join(' ', Text.Length == 0 ? parts : [Closed(Text), .. parts]);
    }

    private static string Quoted(string value) => value.All(char.IsAsciiLetterOrDigit) ? value : $"\"{value.Replace('"', ' ')}\"";

    /// <summary>So that what follows narrows all of it: one that is not closed is put in its one spelling, and alternatives stand in brackets.</summary>
    private static string Closed(string text)
    {
        var query = Query.Parse(text);
        var isOpen = text.Count(letter => letter == '"') % 2 != 0 || text.Count(letter => letter == '(') != text.Count(letter => letter == ')');
        return query is OrQuery ? $"({(isOpen ? query.ToString() : text)})" : isOpen ? query.ToString()! : text;
    }

    public SearchFilters WithoutFilters() => this with { Chosen = new Dictionary<Facet, IReadOnlyCollection<string>>(), Years = default };

    public SearchFilters Without(Facet facet, string value)
    {
        var rest = Chosen.ToDictionary(pair => pair.Key, pair => pair.Key == facet ? [.. pair.Value.Where(one => one != value)] : pair.Value);
        return this with { Chosen = rest.Where(pair => pair.Value.Count > 0).ToDictionary() };
    }

    public SearchRequest Request(int skip, int take) => new()
    {
        Text = Text,
        Selected = Years.IsOpen ? Chosen : new Dictionary<Facet, IReadOnlyCollection<string>>(Chosen) { [Facet.Year] = Years.Years() },
        WithFacets = true,
        Exactly = Exactly,
        Order = Order,
        Skip = skip,
        Take = take,
    };

    /// <summary>All but the question, as an address and hidden fields carry it.</summary>
    public IEnumerable<(string Name, string Value)> Parameters() =>
    [
        .. Values.Select(chosen => (FacetWords.Parameter(chosen.Facet), chosen.Value)),
        .. Years.From is { } from ? [("van", FormattableString.Invariant($"{from}"))] : Array.Empty<(string, string)>(),
        .. Years.To is { } to ? [("tot", FormattableString.Invariant($"{to}"))] : Array.Empty<(string, string)>(),
        .. Manner(),
    ];

    /// <summary>How is searched, apart from filters.</summary>
    public IEnumerable<(string Name, string Value)> Manner()
    {
        if (Exactly)
            yield return ("precies", "1");
        if (Newest)
            yield return ("sorteer", "nieuwste");
    }

    public string Link(int page = 1)
    {
        IEnumerable<(string Name, string Value)> parameters = [("q", Text), .. Parameters(), ("pagina", page == 1 ? "" : FormattableString.Invariant($"{page}"))];
        var query = string.Join('&', parameters.Where(parameter => parameter.Value.Length > 0)
            .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}"));
        return query.Length == 0 ? Links.SearchPath : $"{Links.SearchPath}?{query}";
    }
}
