using Kiosk.Data;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Archiving;

/// <summary>The articles that already have the words of what comes in under other names: the same text at another address, or at another source.</summary>
internal sealed class Twins
{
    /// <summary>The same words long after are a repetition (a yearly notice), not the same article.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private readonly Dictionary<string, Article> _byWords;
    private readonly DateTimeOffset _now;

    private Twins(Dictionary<string, Article> byWords, DateTimeOffset now) => (_byWords, _now) = (byWords, now);

    /// <summary>Finds them; tracked, with their source and all that may be added to.</summary>
    public static async Task<Twins> LookUpAsync(KioskDb db, IEnumerable<Incoming> incoming, DateTimeOffset now, CancellationToken cancellation)
    {
        var names = incoming.Select(item => item.WordsName).OfType<string>().ToList();
        // Hardly ever is there any: that costs one look, and not one for each thing that would be loaded.
        if (names.Count == 0 || !await db.ArticleAliases.AnyAsync(alias => EF.Parameter(names).Contains(alias.Name), cancellation))
            return new Twins([], now);
        var found = await db.ArticleAliases
            .Include(alias => alias.Article!.Source).Include(alias => alias.Article!.Topics).Include(alias => alias.Article!.TopicJudgements).Include(alias => alias.Article!.Corrections).AsSplitQuery()
            .Where(alias => EF.Parameter(names).Contains(alias.Name))
            .ToListAsync(cancellation);
        return new Twins(found.ToDictionary(alias => alias.Name, alias => alias.Article!, StringComparer.Ordinal), now);
    }

    /// <summary>The article with the same words; null if there is none, or it is from another time, or its source took it away. What editors keep out is found for ever.</summary>
    public Article? Find(Incoming incoming) =>
        incoming.WordsName is { } name && _byWords.TryGetValue(name, out var twin)
            && (twin.KeptOut || (twin.State is ArticleState.Visible or ArticleState.Waiting && ((incoming.Draft.Published ?? _now) - twin.PublishedAt).Duration() <= Longest))
            ? twin
            : null;

    /// <summary>The name by its words, if nobody has it; from now on the article has.</summary>
    public string? Claim(Incoming incoming, Article article) => incoming.WordsName is { } name && _byWords.TryAdd(name, article) ? name : null;
}
