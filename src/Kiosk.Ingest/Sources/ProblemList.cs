namespace Kiosk.Ingest.Sources;

/// <summary>Gathers what is wrong, up to a bound.</summary>
internal sealed class ProblemList
{
    private readonly List<FeedsProblem> _listed = [];
    private int _count;

    public bool IsEmpty => _count == 0;

    public void Add(string where, string text)
    {
        if (_count++ < FeedsReading.MostProblems)
            _listed.Add(new FeedsProblem(where, text));
    }

    public IReadOnlyList<FeedsProblem> All() => _count <= _listed.Count
        ? _listed
        : [.. _listed, new FeedsProblem("feeds.json", $"En nog {_count - _listed.Count} andere fouten. Verbeter eerst deze.")];
}
