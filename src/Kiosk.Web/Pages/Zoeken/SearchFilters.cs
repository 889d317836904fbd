using Kiosk.Data;
using Kiosk.Search;

namespace Kiosk.Web.Pages.Zoeken;

/// <summary>What a visitor asked, as the address says it; nothing in it is trusted or an error.</summary>
/// <param name="Text">Never null; cut at <see cref="MaxText"/>.</param>
/// <param name="Topic">A slug; null for all.</param>
/// <param name="Source">A slug; null for all.</param>
/// <param name="Kind">Null for all.</param>
/// <param name="Newest">Newest first rather than by relevance.</param>
public sealed record SearchFilters(string Text, string? Topic, string? Source, ArticleKind? Kind, bool Newest)
{
    public const int MaxText = 400;

    public bool IsFiltered => Topic is not null || Source is not null || Kind is not null;

    /// <summary>Without a question there is no relevance to sort by.</summary>
    public SearchOrder Order => Newest || Text.Length == 0 ? SearchOrder.Newest : SearchOrder.Relevance;

    public SearchRequest Request(int skip, int take) => new()
    {
        Text = Text,
        Topic = Topic,
        Source = Source,
        Kind = Kind is { } kind ? Names.Of(kind) : null,
        Order = Order,
        Skip = skip,
        Take = take,
    };

    public string Link(int page = 1)
    {
        var parameters = new (string Name, string? Value)[]
        {
            ("q", Text),
            ("soort", Kind is { } kind ? Names.Of(kind) : null),
            ("onderwerp", Topic),
            ("bron", Source),
            ("sorteer", Newest ? "nieuwste" : null),
            ("pagina", page == 1 ? null : FormattableString.Invariant($"{page}")),
        };
        var query = string.Join('&', parameters.Where(parameter => !string.IsNullOrEmpty(parameter.Value))
            .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}"));
        return query.Length == 0 ? "/zoeken" : $"/zoeken?{query}";
    }
}
