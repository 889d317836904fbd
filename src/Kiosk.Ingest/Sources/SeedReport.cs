namespace Kiosk.Ingest.Sources;

/// <summary>What seeding did, by the ids of sources and topics.</summary>
/// <param name="Added">New in the archive.</param>
/// <param name="Updated">Entries that changed in the file, and of which at least one field was taken over.</param>
/// <param name="Kept">Fields that changed in the file but were changed in the kiosk before, and so stay; as <c>nos-economie.filter</c>.</param>
/// <param name="Disabled">Sources that left the file and were switched off now.</param>
public sealed record SeedReport(
    IReadOnlyList<string> Added, IReadOnlyList<string> Updated, IReadOnlyList<string> Kept, IReadOnlyList<string> Disabled)
{
    public bool IsEmpty => Added.Count + Updated.Count + Kept.Count + Disabled.Count == 0;

    /// <summary>In Dutch, for the log: what happened, with the ids.</summary>
    public override string ToString() => IsEmpty
        ? "feeds.json is niet veranderd"
        : "feeds.json verwerkt: " + string.Join("; ", new[]
        {
            Part("nieuw", Added), Part("bijgewerkt", Updated), Part("gelaten zoals in de kiosk aangepast", Kept), Part("uitgezet, want niet meer in het bestand", Disabled),
        }.Where(part => part.Length > 0));

    private static string Part(string called, IReadOnlyList<string> ids)
    {
        const int most = 10;
        var rest = ids.Count > most ? $" en nog {ids.Count - most}" : "";
        return ids.Count == 0 ? "" : $"{ids.Count} {called} ({string.Join(", ", ids.Take(most))}{rest})";
    }
}

/// <summary>The report in the making.</summary>
internal sealed class SeedRun(DateTimeOffset now)
{
    public DateTimeOffset Now => now;

    public List<string> Added { get; } = [];

    public List<string> Disabled { get; } = [];

    private readonly List<string> _updated = [];
    private readonly List<string> _kept = [];

    public void Note(string id, FieldMerge merge)
    {
        if (merge.Changed)
            _updated.Add(id);
        _kept.AddRange(merge.Kept.Select(field => $"{id}.{field}"));
    }

    public SeedReport Report() => new(Added, _updated, _kept, Disabled);
}
