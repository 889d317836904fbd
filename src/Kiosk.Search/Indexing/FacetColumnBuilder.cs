namespace Kiosk.Search.Indexing;

/// <summary>Collects one property of articles, one article after another.</summary>
internal sealed class FacetColumnBuilder
{
    private readonly Dictionary<FacetValue, ushort> _numbers = [];
    private readonly List<int> _starts = [0];
    private readonly List<ushort> _ordinals = [];

    /// <summary>The values of the next article; one that is named twice counts once.</summary>
    public void Add(IEnumerable<FacetValue> values)
    {
        foreach (var value in values)
        {
            if (value.Value.Length > 0 && Number(value) is { } number && _ordinals.IndexOf(number, _starts[^1]) < 0)
                _ordinals.Add(number);
        }
        _starts.Add(_ordinals.Count);
    }

    public FacetColumn ToColumn() => new([.. _numbers.OrderBy(pair => pair.Value).Select(pair => pair.Key)], [.. _starts], [.. _ordinals]);

    /// <summary>Null if there are too many values to number; the archive has hundreds of sources and topics, not tens of thousands.</summary>
    private ushort? Number(FacetValue value)
    {
        if (_numbers.TryGetValue(value, out var known))
            return known;
        if (_numbers.Count > ushort.MaxValue)
            return null;
        return _numbers[value] = (ushort)_numbers.Count;
    }
}
