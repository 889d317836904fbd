using Kiosk.Search.Indexing;

namespace Kiosk.Search.Ranking;

/// <summary>Where the concepts of a question stand in articles of one segment, asked in the order of the articles.</summary>
internal sealed class ConceptPlaces : IDisposable
{
    private readonly PostingCursor[][] _cursors;
    private readonly List<int>[] _places;
    private readonly List<int> _more = [];

    /// <param name="segment">The segment.</param>
    /// <param name="terms">Its terms.</param>
    /// <param name="concepts">The terms of each concept.</param>
    public ConceptPlaces(Segment segment, SegmentTerms terms, string[][] concepts)
    {
        _places = [.. concepts.Select(_ => new List<int>())];
        _cursors = [.. concepts.Select(keys => keys.Select(terms.Find).OfType<TermEntry>().Select(term => new PostingCursor(segment, term)).ToArray())];
    }

    /// <summary>For each concept its places as <see cref="PostingList"/> writes them, ascending; valid until the next call.</summary>
    public List<int>[] Of(int article)
    {
        for (var concept = 0; concept < _cursors.Length; concept++)
            Read(_cursors[concept], article, _places[concept]);
        return _places;
    }

    public void Dispose()
    {
        foreach (var cursor in _cursors.SelectMany(cursors => cursors))
            cursor.Dispose();
    }

    private void Read(PostingCursor[] cursors, int article, List<int> places)
    {
        places.Clear();
        foreach (var cursor in cursors)
        {
            if (!cursor.Advance(article) || cursor.Article != article)
                continue;
            PhraseScan.ReadPlaces(cursor.Positions(), _more);
            places.AddRange(_more);
        }
        if (cursors.Length > 1)
            places.Sort();
    }
}
