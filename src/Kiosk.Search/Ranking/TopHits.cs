using Kiosk.Search.Indexing;

namespace Kiosk.Search.Ranking;

/// <summary>Keeps the best of any number of hits, and of each story its best alone.</summary>
internal sealed class TopHits(int size)
{
    private readonly SortedSet<Hit> _hits = new(Comparer<Hit>.Create(Hit.Compare));
    private readonly Dictionary<long, Hit> _stories = [];
    private Hit _worst;

    /// <summary>What a hit must score at least to have a chance; below 0 if any has.</summary>
    public double LeastScore => size == 0 ? double.MaxValue : _hits.Count < size ? -1 : _worst.Score;

    /// <summary>False if a hit has no chance.</summary>
    public bool Admits(double score, long seconds) =>
        _hits.Count < size || score > _worst.Score || (score == _worst.Score && seconds >= _worst.Seconds);

    public void Add(Hit hit)
    {
        if (size == 0 || !ReplacesItsStory(hit))
            return;
        _hits.Add(hit);
        if (_hits.Count > size)
            Remove(_hits.Max);
        _worst = _hits.Max;
    }

    public IEnumerable<Hit> BestFirst() => _hits;

    private bool ReplacesItsStory(Hit hit)
    {
        if (hit.Story == Values.NoStory)
            return true;
        if (_stories.TryGetValue(hit.Story, out var known))
        {
            if (Hit.Compare(hit, known) >= 0)
                return false;
            _hits.Remove(known);
        }
        _stories[hit.Story] = hit;
        return true;
    }

    private void Remove(Hit hit)
    {
        _hits.Remove(hit);
        _stories.Remove(hit.Story);
    }
}
