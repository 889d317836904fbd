using System.Diagnostics.Metrics;
using Kiosk.Data;

namespace Kiosk.Ingest.Harvesting;

/// <summary>Counts visits to sources and what they brought, for whoever listens to the meter.</summary>
public static class HarvestMeter
{
    public const string Name = "Kiosk.Harvest";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Visits = Meter.CreateCounter<long>("kiosk.harvest.visits", "{visit}", "Visits to sources, by outcome.");
    private static readonly Counter<long> Articles = Meter.CreateCounter<long>("kiosk.harvest.articles", "{article}", "Articles that visits brought, new or changed.");

    internal static void Count(Visit visit)
    {
        Visits.Add(1, new KeyValuePair<string, object?>("outcome", Names.Of(visit.Outcome)));
        Articles.Add(visit.Tally.New, new KeyValuePair<string, object?>("what", "new"));
        Articles.Add(visit.Tally.Changed, new KeyValuePair<string, object?>("what", "changed"));
    }
}
