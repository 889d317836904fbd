using Kiosk.Data.Digests;

namespace Kiosk.Web.Digests;

/// <summary>
/// Chooses the pieces of one letter. Topics take turns, so that each that has something is heard; in a turn the editors' choices go before the others. An article
/// comes once, of a story one, and of a source three as long as there are others.
/// </summary>
public static class LetterChoice
{
    private const int PerSource = 3;
    private const int MostEvents = 3;
    private const int SmallestWithSaved = 6;

    /// <param name="topics">Hers.</param>
    /// <param name="size">The most pieces that she wants, beside events.</param>
    /// <param name="since">Up to where her last letter told the news.</param>
    /// <param name="had">What she had before.</param>
    public static IReadOnlyList<ChosenForLetter> Choose(DigestPool pool, IReadOnlySet<int> topics, int size, DateTimeOffset since, HadBefore had)
    {
        var letter = new Draft(had);
        var saved = size < SmallestWithSaved ? null : pool.Saved.FirstOrDefault(extra => extra.Topics.Any(topics.Contains) && letter.Accepts(extra.ArticleId, extra.StoryId));
        var mine = pool.Topics.Where(topic => topics.Contains(topic.Id)).Select(topic => pool.Of(topic.Id)).Where(items => items.Count > 0).ToList();
        foreach (var perSource in new[] { PerSource, int.MaxValue })
            TakeTurns(letter, mine, saved is null ? size : size - 1, since, perSource);
        if (saved is not null && letter.Accepts(saved.ArticleId, saved.StoryId))
            letter.Add(new ChosenForLetter(saved.ArticleId, saved.Topics.First(topics.Contains), LetterPart.Bewaard), saved.StoryId);
        foreach (var found in pool.Agenda.Where(extra => extra.Topics.Any(topics.Contains) && letter.Accepts(extra.ArticleId, extra.StoryId)).Take(MostEvents).ToList())
            letter.Add(new ChosenForLetter(found.ArticleId, found.Topics.First(topics.Contains), LetterPart.Agenda), found.StoryId);
        return letter.InOrder(pool);
    }

    private static void TakeTurns(Draft letter, List<IReadOnlyList<DigestItem>> topics, int size, DateTimeOffset since, int perSource)
    {
        var next = new int[topics.Count];
        while (letter.Count < size)
        {
            var turn = new List<DigestItem>();
            for (var at = 0; at < topics.Count; at++)
            {
                var items = topics[at];
                while (next[at] < items.Count && !(items[next[at]].Moment > since && letter.Accepts(items[next[at]], perSource)))
                    next[at]++;
                if (next[at] < items.Count)
                    turn.Add(items[next[at]]);
            }

            if (turn.Count == 0)
                return;
            // Of an article that two topics offer in one turn, the second finds it taken and offers another the next time.
            foreach (var item in turn.OrderBy(item => item.Tier).ThenByDescending(item => item.Weight))
            {
                if (letter.Count < size && letter.Accepts(item, perSource))
                    letter.Add(item);
            }
        }
    }

    private sealed class Draft(HadBefore had)
    {
        private readonly List<ChosenForLetter> _chosen = [];
        private readonly HashSet<long> _articles = [];
        private readonly HashSet<long> _stories = [];
        private readonly Dictionary<int, int> _sources = [];

        public int Count => _chosen.Count;

        public bool Accepts(long article, long? story) =>
            !had.Articles.Contains(article) && !_articles.Contains(article) && !(story is { } told && (had.Stories.Contains(told) || _stories.Contains(told)));

        public bool Accepts(DigestItem item, int perSource) => Accepts(item.ArticleId, item.StoryId) && _sources.GetValueOrDefault(item.SourceId) < perSource;

        public void Add(DigestItem item)
        {
            Add(new ChosenForLetter(item.ArticleId, item.TopicId, LetterPart.Onderwerp), item.StoryId);
            _sources[item.SourceId] = _sources.GetValueOrDefault(item.SourceId) + 1;
        }

        public void Add(ChosenForLetter piece, long? story)
        {
            _chosen.Add(piece);
            _articles.Add(piece.ArticleId);
            if (story is { } told)
                _stories.Add(told);
        }

        /// <summary>By topic in the order of the kiosk, and within a topic as it was chosen.</summary>
        public IReadOnlyList<ChosenForLetter> InOrder(DigestPool pool)
        {
            var order = pool.Topics.Select((topic, at) => (topic.Id, at)).ToDictionary(pair => pair.Id, pair => pair.at);
            return [.. _chosen.OrderBy(piece => piece.Part).ThenBy(piece => piece.Part == LetterPart.Onderwerp ? order[piece.TopicId] : 0)];
        }
    }
}

/// <summary>A piece of a letter.</summary>
public sealed record ChosenForLetter(long ArticleId, int TopicId, LetterPart Part);

/// <summary>What a subscriber had in earlier letters, as far as it could come again.</summary>
public sealed record HadBefore(IReadOnlySet<long> Articles, IReadOnlySet<long> Stories)
{
    public static readonly HadBefore Nothing = Of([]);

    /// <param name="pieces">Each with the story to which it belongs by now.</param>
    public static HadBefore Of(IReadOnlyCollection<(long Article, long? Story)> pieces) =>
        new(pieces.Select(piece => piece.Article).ToHashSet(), pieces.Where(piece => piece.Story is not null).Select(piece => piece.Story!.Value).ToHashSet());
}
