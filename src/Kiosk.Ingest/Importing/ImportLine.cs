using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kiosk.Data;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Formats.Dates;
using Kiosk.Ingest.Identity;

namespace Kiosk.Ingest.Importing;

/// <summary>One line of an import: an article. All but <see cref="Url"/> may be absent.</summary>
internal sealed record ImportLine
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { AllowTrailingCommas = true, NumberHandling = JsonNumberHandling.Strict };

    public string? Url { get; init; }

    public string? Title { get; init; }

    public string? Text { get; init; }

    public string? Html { get; init; }

    public string? Published { get; init; }

    public string? Source { get; init; }

    public string? Kind { get; init; }

    public IReadOnlyList<string>? Authors { get; init; }

    public IReadOnlyList<string>? Topics { get; init; }

    /// <summary>Reads a line; null with the reason in Dutch if it cannot be used.</summary>
    public static ImportLine? Parse(string line, out string problem)
    {
        ImportLine? read;
        try
        {
            read = JsonSerializer.Deserialize<ImportLine>(line, Json);
        }
        catch (JsonException fault)
        {
            problem = string.Create(CultureInfo.InvariantCulture, $"dit is geen geldige JSON van een stuk (bij {fault.Path ?? "$"}, teken {(fault.BytePositionInLine ?? 0) + 1})");
            return null;
        }

        problem = read switch
        {
            null => "de regel is leeg (null)",
            { Url: null or "" } => "url ontbreekt",
            _ when CanonicalUrl.Of(read.Url) is null => $"url ‘{read.Url}’ is geen webadres",
            { Kind: { } kind } when !Names.TryParse<ArticleKind>(kind, out _) => $"soort ‘{kind}’ bestaat niet; kies uit {string.Join(", ", Names.All<ArticleKind>())}",
            { Published: { } date } when !DateText.TryParse(date, out _) => $"de datum ‘{date}’ is niet te lezen",
            _ => "",
        };
        return problem.Length == 0 ? read : null;
    }

    public Item ToItem() => new()
    {
        Title = Blank(Title),
        Link = Url,
        Published = Published is { } date && DateText.TryParse(date, out var instant) ? instant : null,
        Authors = Authors ?? [],
        Content = Blank(Html) ?? (Blank(Text) is { } text ? Paragraphs(text) : null),
    };

    private static string Paragraphs(string text) =>
        string.Concat(text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>"));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
