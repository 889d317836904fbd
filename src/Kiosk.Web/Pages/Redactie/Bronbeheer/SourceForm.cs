using Kiosk.Data;
using Kiosk.Ingest.Sources;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.Web.Pages.Redactie.Bronbeheer;

/// <summary>The settings of a source as a form sends them. What cannot be read stays as it was.</summary>
public sealed class SourceForm
{
    [FromForm(Name = "naam")]
    public string? Name { get; init; }

    [FromForm(Name = "adres")]
    public string? Url { get; init; }

    [FromForm(Name = "manier")]
    public string? Format { get; init; }

    [FromForm(Name = "soort")]
    public string? Kind { get; init; }

    [FromForm(Name = "rechten")]
    public string? Rights { get; init; }

    [FromForm(Name = "ritme")]
    public string? Every { get; init; }

    [FromForm(Name = "onderwerp")]
    public IReadOnlyList<string> Topics { get; init; } = [];

    [FromForm(Name = "filter")]
    public string? Filter { get; init; }

    [FromForm(Name = "taal")]
    public string? Language { get; init; }

    [FromForm(Name = "bladzijden")]
    public string? Pages { get; init; }

    [FromForm(Name = "notitie")]
    public string? Note { get; init; }

    [FromForm(Name = "links")]
    public string? Links { get; init; }

    [FromForm(Name = "binnen")]
    public string? Within { get; init; }

    [FromForm(Name = "tekst")]
    public string? Body { get; init; }

    [FromForm(Name = "weg")]
    public string? Remove { get; init; }

    [FromForm(Name = "datum")]
    public string? Date { get; init; }

    /// <summary>The mark of the settings that the form was filled from.</summary>
    [FromForm(Name = "merk")]
    public string? Mark { get; init; }

    /// <summary>The settings that are meant.</summary>
    /// <param name="before">Where the form began.</param>
    public FeedsSource Over(FeedsSource before) => before with
    {
        Name = (Name ?? before.Name).Trim(),
        Url = (Url ?? before.Url).Trim(),
        Format = Names.TryParse<SourceFormat>(Format ?? "", out var format) ? format : before.Format,
        Kind = Names.TryParse<ArticleKind>(Kind ?? "", out var kind) ? kind : before.Kind,
        Rights = Names.TryParse<Rights>(Rights ?? "", out var rights) ? rights : before.Rights,
        Every = Interval.TryParse((Every ?? "").Trim(), out var every) ? every : before.Every,
        Topics = [.. Topics.Distinct().Order(StringComparer.Ordinal)],
        Filter = OrNull(Filter),
        Language = OrNull(Language),
        Pages = Pages is not null,
        Note = OrNull(Note),
        Select = Selectors(),
    };

    private FeedsSelect? Selectors() =>
        new FeedsSelect(OrNull(Links), OrNull(Within), OrNull(Body), OrNull(Remove), OrNull(Date)) is var select && select == new FeedsSelect() ? null : select;

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
