using Kiosk.Search.Compounds;
using Kiosk.Search.Indexing;

namespace Kiosk.Search.Spelling;

/// <summary>The words of an index, learned at the first question that has one it does not know, and anew as the index changes. Safe for many threads.</summary>
internal sealed class SpellingBook
{
    /// <summary>The most common words; 18 MB.</summary>
    private const int MostWords = 250_000;

    /// <summary>A word that stands once among so many articles, and that no list knows, is as likely an error.</summary>
    private const int ManyArticles = 10_000;

    /// <summary>Below this many articles learning takes no time that a reader notices.</summary>
    private const int FewArticles = 2_000;

    private readonly Lock _learning = new();
    private volatile Page? _page;
    private Task _relearning = Task.CompletedTask;

    /// <summary>A speller for an index; in a large one that has changed it may not know the newest words yet.</summary>
    public Speller Of(Snapshot snapshot)
    {
        var page = _page;
        if (page?.Segments == snapshot.Segments)
            return page.Speller;
        lock (_learning)
        {
            if (_page is null || snapshot.Count < FewArticles)
                return Learn(snapshot);
            if (_relearning.IsCompleted && Math.Abs(snapshot.Count - _page.Articles) > _page.Articles / 100)
                _relearning = Task.Run(() => Relearn(snapshot));
            return _page.Speller;
        }
    }

    private Speller Learn(Snapshot snapshot)
    {
        var speller = new Speller(new SpellingWords(Words(snapshot)));
        _page = new Page(snapshot.Segments, snapshot.Count, speller);
        return speller;
    }

    private void Relearn(Snapshot snapshot)
    {
        try
        {
            Learn(snapshot);
        }
        catch (IndexDamageException)
        {
            // The next search meets the damage and says so.
        }
    }

    private static IEnumerable<KeyValuePair<string, long>> Words(Snapshot snapshot)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var segment in snapshot.Segments.Select(live => live.Segment))
        {
            var once = segment.Count >= ManyArticles;
            foreach (var term in new[] { TermKey.Form(""), TermKey.TopicForm(""), TermKey.Written("") }.SelectMany(mark => segment.Terms.From(mark, mark)))
            {
                var word = term.Key[1..];
                if (!once || term.Count > 1 || CompoundWords.Dutch.Parts.ContainsKey(word))
                    counts[word] = counts.GetValueOrDefault(word) + term.Count;
            }
        }
        DropBare(counts);
        return counts.Count <= MostWords ? counts : counts.OrderByDescending(pair => pair.Value).Take(MostWords);
    }

    /// <summary>A form that is only ever written with diacritics is no word without them.</summary>
    private static void DropBare(Dictionary<string, long> counts)
    {
        var written = counts.Where(pair => !System.Text.Ascii.IsValid(pair.Key)).ToList();
        foreach (var (word, count) in written)
        {
            var bare = Analysis.Folding.Fold(word);
            if (counts.TryGetValue(bare, out var known) && known <= count)
                counts.Remove(bare);
        }
    }

    private sealed record Page(IReadOnlyList<LiveSegment> Segments, int Articles, Speller Speller);
}
