using Kiosk.Ingest.Harvesting;
using Kiosk.Ingest.Proposals;
using Kiosk.Ingest.Sources;

namespace Kiosk.Web.Pages.Redactie.Bronbeheer;

/// <summary>What a source would bring, under the filter at hand.</summary>
public sealed record SampleView(TrialReport Report, SampleEffect Effect)
{
    public static SampleView Of(TrialReport report, FeedsSource settings) => new(report, SampleEffect.Of(report, settings));

    /// <summary>What of the filter decided about an item, in Dutch; null without a filter.</summary>
    public static string? Why(SampledItem item) => item.Reason switch
    {
        null => null,
        { Matches: true, Found.Count: 0 } => "Er staat niets in wat het filter uitsluit.",
        { Matches: true } reason => $"Blijft om: {Listed(reason.Found)}.",
        { Unwanted.Count: > 0 } reason => $"Valt af om: {Listed(reason.Unwanted)}.",
        var reason => $"Nodig en niet gevonden: {Listed(reason.Missing)}.",
    };

    private static string Listed(IReadOnlyList<string> parts) => string.Join(", ", parts.Take(8).Select(part => $"‘{part}’")) + (parts.Count > 8 ? " en meer" : "");
}
