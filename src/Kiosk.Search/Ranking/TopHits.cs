namespace Kiosk.Search.Ranking;

/// <summary>Keeps the best of any number of hits: a heap with the worst of these on top.</summary>
internal sealed class TopHits(int size)
{
    private readonly List<Hit> _heap = [];

    public void Add(Hit hit)
    {
        if (_heap.Count < size)
        {
            _heap.Add(hit);
            Rise(_heap.Count - 1);
        }
        else if (size > 0 && Hit.Compare(hit, _heap[0]) < 0)
        {
            _heap[0] = hit;
            Sink();
        }
    }

    /// <summary>False if a hit with this score has no chance.</summary>
    public bool Admits(double score) => _heap.Count < size || (size > 0 && score >= _heap[0].Score);

    public List<Hit> BestFirst()
    {
        var hits = new List<Hit>(_heap);
        hits.Sort(Hit.Compare);
        return hits;
    }

    private bool IsWorse(int one, int other) => Hit.Compare(_heap[one], _heap[other]) > 0;

    private void Rise(int at)
    {
        while (at > 0 && IsWorse(at, (at - 1) / 2))
        {
            Swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    private void Sink()
    {
        for (var at = 0; ;)
        {
            var worst = at;
            foreach (var child in (ReadOnlySpan<int>)[(2 * at) + 1, (2 * at) + 2])
            {
                if (child < _heap.Count && IsWorse(child, worst))
                    worst = child;
            }
            if (worst == at)
                return;
            Swap(at, worst);
            at = worst;
        }
    }

    private void Swap(int one, int other) => (_heap[one], _heap[other]) = (_heap[other], _heap[one]);
}
