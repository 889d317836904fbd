using Kiosk.Search.Indexing;

namespace Kiosk.Search.Ranking;

/// <summary>Looks terms up in a segment's dictionary, each once in a search.</summary>
internal sealed class SegmentTerms(Segment segment)
{
    private readonly Dictionary<string, TermEntry?> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TermEntry>> _prefixes = new(StringComparer.Ordinal);

    /// <summary>True if a prefix stood for more words than are looked at.</summary>
    public bool PrefixWasCut { get; private set; }

    public TermEntry? Find(string key) => _terms.TryGetValue(key, out var known) ? known : _terms[key] = segment.Terms.Find(key);

    /// <summary>The words that start so, as stemmed or as written, as far as <see cref="PrefixLimit"/> lets them.</summary>
    public List<TermEntry> WithPrefix(string start)
    {
        if (_prefixes.TryGetValue(start, out var known))
            return known;
        var topic = TermKey.TopicForm(start);
        var terms = PrefixLimit.Cut([.. AllWithPrefix(start), .. segment.Terms.From(topic, topic)], segment.Count, out var cut);
        PrefixWasCut |= cut;
        return _prefixes[start] = terms;
    }

    /// <summary>The words of texts that start so, however many there are.</summary>
    public IEnumerable<TermEntry> AllWithPrefix(string start)
    {
        var form = TermKey.Form(start);
        return segment.Terms.From(start, start).Concat(segment.Terms.From(form, form));
    }
}
