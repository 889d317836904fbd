namespace Kiosk.Web.Pages.Bronnen;

/// <summary>Which sources the list shows, and in which order; what is not known counts as not asked.</summary>
/// <param name="Shown">The key of a group of <see cref="Groups"/>.</param>
/// <param name="Order">The key of an order of <see cref="Orders"/>.</param>
/// <param name="Text">A piece of a name; null for all.</param>
/// <param name="Path">The page that shows the list.</param>
public sealed record SourceFilters(string Shown, string Order, string? Text, string Path = SourceFilters.Public)
{
    public const string Public = "/bronnen";

    private const int LongestText = 100;

    public static readonly IReadOnlyList<(string Key, string Label)> Groups = [("alle", "Alle"), ("aandacht", "Aandacht"), ("stil", "Stil"), ("pauze", "Pauze"), ("uit", "Uit")];

    public static readonly IReadOnlyList<(string Key, string Label)> Orders = [("naam", "Bron"), ("toestand", "Toestand"), ("gelukt", "Laatst gelukt"), ("volgende", "Volgende keer"), ("stukken", "Stukken")];

    public static SourceFilters Of(string? shown, string? order, string? text, string path = Public) => new(
        Groups.Any(group => group.Key == shown) ? shown! : "alle",
        Orders.Any(one => one.Key == order) ? order! : "naam",
        string.IsNullOrWhiteSpace(text) ? null : text.Trim()[..Math.Min(text.Trim().Length, LongestText)],
        path);

    public string Link(string? shown = null, string? order = null, int page = 1) => Path + string.Concat(
        new[] { ("toon", shown ?? Shown, "alle"), ("sorteer", order ?? Order, "naam"), ("zoek", Text ?? "", ""), ("pagina", page.ToString(System.Globalization.CultureInfo.InvariantCulture), "1") }
            .Where(part => part.Item2 != part.Item3)
            .Select((part, index) => $"{(index == 0 ? '?' : '&')}{part.Item1}={Uri.EscapeDataString(part.Item2)}"));

    public IEnumerable<SourceLine> Apply(IEnumerable<SourceLine> lines) =>
        Sorted(lines.Where(line => IsShown(line) && (Text is null || line.Source.Name.Contains(Text, StringComparison.CurrentCultureIgnoreCase))));

    public static bool IsIn(string group, SourceLine line) => group switch
    {
        "aandacht" => line.Health.NeedsAttention,
        "stil" => line.Silence is not null && line.Source.IsHarvested,
        "pauze" => line.Source is { Enabled: true, PausedAt: not null },
        "uit" => !line.Source.Enabled,
        _ => true,
    };

    private bool IsShown(SourceLine line) => IsIn(Shown, line);

    private IOrderedEnumerable<SourceLine> Sorted(IEnumerable<SourceLine> lines) => (Order switch
    {
        "toestand" => lines.OrderBy(line => line.Health.Tone switch { "bad" => 0, "warn" => 1, "good" => 3, _ => 2 }).ThenByDescending(line => line.Source.Enabled),
        "gelukt" => lines.OrderByDescending(line => line.Source.LastSuccessAt ?? DateTimeOffset.MinValue),
        "volgende" => lines.OrderBy(line => line.Source.IsHarvested ? line.Source.NextCheckAt : DateTimeOffset.MaxValue),
        "stukken" => lines.OrderByDescending(line => line.Rhythm.Total),
        _ => lines.OrderByDescending(line => line.Source.Enabled),
    }).ThenBy(line => line.Source.Name, StringComparer.InvariantCultureIgnoreCase);
}
