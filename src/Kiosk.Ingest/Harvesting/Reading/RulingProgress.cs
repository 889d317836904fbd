using Kiosk.Ingest.Formats;

namespace Kiosk.Ingest.Harvesting.Reading;

/// <summary>How far the rulings have been read: until when without a gap, and which ones beyond or around that moment.</summary>
internal sealed class RulingProgress
{
    private readonly SeenPrints _seen;
    private DateTimeOffset _newest;
    private bool _isAscending = true;

    private RulingProgress(DateTimeOffset since, SeenPrints seen) => (Since, _newest, _seen) = (since, since, seen);

    /// <summary>Everything that changed before this moment has been read.</summary>
    public DateTimeOffset Since { get; private set; }

    public static RulingProgress Of(SourceVisit visit)
    {
        var state = visit.StateOr<RulingState>();
        return new RulingProgress(state.Since ?? visit.Now - visit.Limits.FirstServiceWindow, SeenPrints.Parse(state.Seen));
    }

    public bool IsNew(Item entry) => !_seen.Contains(Name(entry));

    /// <summary>Counts a ruling as read. The moment moves on as long as the index keeps the order that was asked for.</summary>
    public void Took(Item entry)
    {
        _seen.Add(Name(entry));
        _isAscending &= entry.Updated >= _newest || entry.Updated < Since;
        if (entry.Updated > _newest)
            _newest = entry.Updated.Value;
        if (_isAscending)
            Since = _newest;
    }

    /// <summary>The whole index has been read.</summary>
    public void Complete() => Since = _newest;

    public string ToJson() => SourceVisit.ToJson(new RulingState { Since = Since, Seen = _seen.ToString() });

    private static string Name(Item entry) => $"{entry.Id} {entry.Updated?.UtcTicks}";

    private sealed record RulingState
    {
        public DateTimeOffset? Since { get; init; }

        public string? Seen { get; init; }
    }
}
