namespace Kiosk.Web.Operations.Metrics;

/// <summary>The numbers of one instrument under one set of labels. Safe for many writers at once.</summary>
internal sealed class Series(IReadOnlyList<double>? bounds)
{
    private readonly Lock _lock = new();
    private readonly long[] _buckets = new long[(bounds?.Count ?? -1) + 1];
    private double _sum;
    private long _count;

    /// <summary>Of a counter: something came on top.</summary>
    public void Add(double value)
    {
        lock (_lock)
            _sum += value;
    }

    /// <summary>Of a gauge: this is what holds now.</summary>
    public void Set(double value)
    {
        lock (_lock)
            _sum = value;
    }

    /// <summary>Of a histogram: one more measurement.</summary>
    public void Observe(double value)
    {
        lock (_lock)
        {
            _sum += value;
            _count++;
            for (var bucket = 0; bucket < bounds!.Count; bucket++)
            {
                if (value <= bounds[bucket])
                    _buckets[bucket]++;
            }
        }
    }

    /// <summary>What holds at this moment; buckets count all up to their bound.</summary>
    public (double Sum, long Count, long[] Buckets) Read()
    {
        lock (_lock)
            return (_sum, _count, [.. _buckets]);
    }
}
