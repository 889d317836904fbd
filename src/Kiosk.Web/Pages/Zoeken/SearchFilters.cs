using Kiosk.Search;

namespace Kiosk.Web.Pages.Zoeken;

/// <summary>What a visitor asked, as the address says it; nothing in it is trusted or an error.</summary>
/// <param name="Text">Never null; cut at <see cref="MaxText"/>.</param>
/// <param name="Chosen">The values chosen of each property, at least one of each that is there.</param>
/// <param name="Newest">Newest first rather than by relevance.</param>
/// <param name="Exactly">Only what was typed: nothing that means the same, no better spelling in its place.</param>
public sealed record SearchFilters(string Text, IReadOnlyDictionary<Facet, IReadOnlyCollection<string>> Chosen, bool Newest, bool Exactly = false)
{
    public const int MaxText = 400;

    public bool IsFiltered => Chosen.Count > 0;

    /// <summary>Without a question there is no relevance to sort by.</summary>
    public SearchOrder Order => Newest || Text.Length == 0 ? SearchOrder.Newest : SearchOrder.Relevance;

    /// <summary>What was chosen, in the order in which it is shown.</summary>
    public IEnumerable<(Facet Facet, string Value)> Values => FacetWords.All.Where(Chosen.ContainsKey).SelectMany(facet => Chosen[facet].Select(value => (facet, value)));

    public SearchFilters WithoutFilters() => this with { Chosen = new Dictionary<Facet, IReadOnlyCollection<string>>() };

    public SearchFilters Without(Facet facet, string value)
    {
        var rest = Chosen.ToDictionary(pair => pair.Key, pair => pair.Key == facet ? [.. pair.Value.Where(one => one != value)] : pair.Value);
        return this with { Chosen = rest.Where(pair => pair.Value.Count > 0).ToDictionary() };
    }

    public SearchRequest Request(int skip, int take) => new()
    {
        Text = Text,
        Selected = Chosen,
        Exactly = Exactly,
        WithFacets = true,
        Order = Order,
        Skip = skip,
        Take = take,
    };

    public string Link(int page = 1)
    {
        (string Name, string? Value)[] parameters =
        [
            ("q", Text),
            .. Values.Select(chosen => (FacetWords.Parameter(chosen.Facet), (string?)chosen.Value)),
            ("sorteer", Newest ? "nieuwste" : null),
            ("precies", Exactly ? "1" : null),
            ("pagina", page == 1 ? null : FormattableString.Invariant($"{page}")),
        ];
        var query = string.Join('&', parameters.Where(parameter => !string.IsNullOrEmpty(parameter.Value))
            .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}"));
        return query.Length == 0 ? "/zoeken" : $"/zoeken?{query}";
    }
}
