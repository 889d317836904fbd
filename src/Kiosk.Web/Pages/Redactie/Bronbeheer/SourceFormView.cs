using Kiosk.Data;
using Kiosk.Ingest.Sources;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Pages.Redactie.Bronbeheer;

/// <summary>The fields of a source on a page.</summary>
/// <param name="Settings">What stands in them.</param>
/// <param name="Problems">What is wrong, by key of feeds.json.</param>
/// <param name="Topics">All topics, in their order.</param>
/// <param name="Mark">Of the settings as they are in the archive; null for a new source.</param>
public sealed record SourceFormView(FeedsSource Settings, IReadOnlyDictionary<string, string> Problems, IReadOnlyList<TopicLink> Topics, string? Mark)
{
    public static readonly IReadOnlyList<(string Value, string Label)> Intervals =
        [("30m", "Elk half uur"), ("1h", "Elk uur"), ("3h", "Elke drie uur"), ("8h", "Drie keer per dag"), ("1d", "Elke dag"), ("7d", "Elke week")];

    /// <summary>The intervals to choose from, with the one at hand if it is another.</summary>
    public IEnumerable<(string Value, string Label)> Rhythms =>
        Intervals.Any(one => one.Value == Settings.Every.ToString()) ? Intervals : Intervals.Prepend((Settings.Every.ToString(), InWords(Settings.Every.ToString())));

    /// <summary><c>5m</c> gives <c>Eens per 5 minuten</c>.</summary>
    private static string InWords(string every) =>
        $"Eens per {every[..^1]} {every[^1] switch { 'm' => "minuten", 'h' => "uur", _ => "dagen" }}";

    public string? Problem(string key) => Problems.GetValueOrDefault(key);

    public static string Label(SourceFormat format) => format switch
    {
        SourceFormat.Feed => "Nieuwslijst (RSS, Atom of JSON Feed)",
        SourceFormat.Sitemap => "Sitemap",
        SourceFormat.Page => "Bladzijde met een lijst",
        SourceFormat.OaiPmh => "Archief (OAI-PMH)",
        SourceFormat.Dspace => "Archief (DSpace)",
        SourceFormat.Rechtspraak => "Uitspraken van Rechtspraak.nl",
        SourceFormat.Tweedekamer => "Stukken van de Tweede Kamer",
        _ => "Agenda (iCalendar)",
    };
}
