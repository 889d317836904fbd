using Kiosk.Search;
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

    /// <summary>Between which years; goes before years in <see cref="Chosen"/>.</summary>
    public YearRange Years { get; init; }

    public bool IsFiltered => Chosen.Count > 0 || !Years.IsOpen;

    /// <summary>Without a question there is no relevance to sort by.</summary>
    public SearchOrder Order => Newest || Text.Length == 0 ? SearchOrder.Newest : SearchOrder.Relevance;

    /// <summary>What was chosen, in the order in which it is shown.</summary>
    public IEnumerable<(Facet Facet, string Value)> Values => FacetWords.All.Where(Chosen.ContainsKey).SelectMany(facet => Chosen[facet].Select(value => (facet, value)));

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
