using Kiosk.Data;
using Kiosk.Search;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Tagging;

/// <summary>The other words that lead to topics, kept in memory: they are asked for at each letter that somebody types.</summary>
public sealed class TopicSynonyms(IDbContextFactory<KioskDb> archive)
{
    private const int Most = 3;
    private const int ShortestStart = 2;

    private volatile IReadOnlyList<(string Word, string Slug, string Name)> _words = [];

    /// <summary>Sees what editors changed, here or on another node.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var topics = await db.Topics.AsNoTracking().OrderBy(topic => topic.Position).Select(topic => new { topic.Slug, topic.Name, topic.Synonyms }).ToListAsync(cancellation);
        _words = [.. topics.SelectMany(topic => topic.Synonyms.Select(word => (word, topic.Slug, topic.Name)))];
    }

    /// <summary>Topics of which another word starts so go in front, unless they are there already.</summary>
    public IReadOnlyList<Suggestion> Add(string text, IReadOnlyList<Suggestion> found)
    {
        var start = text.Trim();
        if (start.Length < ShortestStart)
            return found;
        var known = found.Where(one => one.Kind == SuggestionKind.Topic).Select(one => one.Value).ToHashSet(StringComparer.Ordinal);
        var more = _words.Where(word => Begins(word.Word, start) && known.Add(word.Slug)).Take(Most)
            .Select(word => new Suggestion(SuggestionKind.Topic, $"{word.Name} ({word.Word})", word.Slug));
        return [.. more, .. found];
    }

    /// <summary>At the start of any of its words.</summary>
    private static bool Begins(string words, string start)
    {
        for (var at = words.IndexOf(start, StringComparison.OrdinalIgnoreCase); at >= 0; at = words.IndexOf(start, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || !char.IsLetterOrDigit(words[at - 1]))
                return true;
        }
        return false;
    }
}
