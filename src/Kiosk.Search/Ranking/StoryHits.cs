namespace Kiosk.Search.Ranking;

/// <summary>Collects hits so that each story is there once, by its best article.</summary>
internal sealed class StoryHits(int size)
{
    private readonly TopHits _alone = new(size);
    private readonly Dictionary<long, (Hit Best, int Articles)> _stories = [];
    private int _others;

    /// <summary>Articles that stand alone, and stories.</summary>
    public int Count => _others + _stories.Count;

    public bool Admits(double score) => _alone.Admits(score);

    public void CountAlone(int articles) => _others += articles;

    public void AddAlone(Hit hit) => _alone.Add(hit);

    public void AddToStory(long story, Hit hit) =>
        _stories[story] = _stories.TryGetValue(story, out var known)
            ? (Hit.Compare(hit, known.Best) < 0 ? hit : known.Best, known.Articles + 1)
            : (hit, 1);

    public bool Has(long story) => _stories.ContainsKey(story);

    /// <summary>How many more articles of a story were found.</summary>
    public int Siblings(long story) => _stories.TryGetValue(story, out var known) ? known.Articles - 1 : 0;

    public List<Hit> BestFirst()
    {
        var all = new TopHits(size);
        _alone.BestFirst().ForEach(all.Add);
        foreach (var (best, _) in _stories.Values)
            all.Add(best);
        return all.BestFirst();
    }
}
