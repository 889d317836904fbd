using System.Diagnostics.Metrics;

namespace Kiosk.Web.Digests;

/// <summary>Counts what became of letters of the weekly digest, for whoever listens to the meter.</summary>
public static class DeliveryMeter
{
    public const string Name = "Kiosk.Digest";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Deliveries = Meter.CreateCounter<long>("kiosk.deliveries", "{letter}", "Letters of the weekly digest, by what became of them.");

    internal static void Count(LetterEnd end) => Deliveries.Add(1, new KeyValuePair<string, object?>("outcome", end switch
    {
        LetterEnd.Sent => "sent",
        LetterEnd.Empty => "empty",
        LetterEnd.Bounced => "bounced",
        LetterEnd.Failed => "failed",
        _ => "passed",
    }));
}
