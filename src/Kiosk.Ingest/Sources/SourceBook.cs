using Kiosk.Data;
using Kiosk.Data.Editorial;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Sources;

/// <summary>Where people make and change sources. What they choose wins over feeds.json: see <see cref="Seeding"/>.</summary>
public static class SourceBook
{
    private const string SlugTaken = "Deze naam in het adres is al van een andere bron. Kies een andere.";
    private const string Changed = "Iemand anders heeft deze bron intussen veranderd. Kijk hoe hij nu is, en verander hem opnieuw.";

    /// <summary>Adds a source, due at once.</summary>
    /// <param name="db">In a transaction, or without: then nothing stands in the archive until it is saved.</param>
    /// <param name="settings">As they were given.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>The source, added but not saved, or what is wrong with the settings.</returns>
    public static async Task<SourceOutcome> AddAsync(KioskDb db, FeedsSource settings, DateTimeOffset now, CancellationToken cancellation)
    {
        var topics = await TopicsAsync(db, cancellation);
        var problems = await ProblemsAsync(db, settings, topics, self: null, cancellation);
        if (problems.Count > 0)
            return new SourceOutcome(null, problems);
        var source = SourceSettings.Made(settings, topics);
        source.NextCheckAt = now;
        db.Sources.Add(source);
        return new SourceOutcome(source, problems);
    }

    /// <summary>Changes a source. If it is read in another way from now on, it is due at once.</summary>
    /// <param name="db">In a transaction.</param>
    /// <param name="slug">The source.</param>
    /// <param name="mark">The mark of the settings that the change was made from; null changes whatever they are now.</param>
    /// <param name="settings">All settings as they become; the slug stays.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>The source, changed but not saved, or why not.</returns>
    public static async Task<SourceOutcome> ChangeAsync(KioskDb db, string slug, string? mark, FeedsSource settings, DateTimeOffset now, CancellationToken cancellation)
    {
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM sources WHERE slug = {slug} FOR UPDATE", cancellation);
        var topics = await TopicsAsync(db, cancellation);
        if (await db.Sources.Include(source => source.Topics).ThenInclude(link => link.Topic).SingleOrDefaultAsync(source => source.Slug == slug && source.MergedInto == null, cancellation) is not { } source)
            return SourceOutcome.Failed("id", "Deze bron bestaat niet meer.");
        var before = SourceSettings.Of(source, topics.ToDictionary(pair => pair.Value, pair => pair.Key));
        if (mark is not null && SourceSettings.Mark(before) != mark)
            return SourceOutcome.Failed("", Changed) with { IsOvertaken = true };
        settings = settings with { Id = slug };
        var problems = await ProblemsAsync(db, settings, topics, source.Id, cancellation);
        if (problems.Count > 0)
            return new SourceOutcome(null, problems);
        var (kept, readAs) = (KeptSource.Of(source), SourceMerge.ReadAs(source));
        SourceSettings.Fill(source, settings, topics);
        if (SourceMerge.ReadAs(source) != readAs)
            SourceMerge.StartAfresh(source, now);
        return new SourceOutcome(source, problems) { Before = kept };
    }

    /// <summary>The slugs of all topics, with their ids.</summary>
    public static Task<Dictionary<string, int>> TopicsAsync(KioskDb db, CancellationToken cancellation) =>
        db.Topics.AsNoTracking().ToDictionaryAsync(topic => topic.Slug, topic => topic.Id, StringComparer.Ordinal, cancellation);

    /// <summary>A slug for a name that no source has.</summary>
    public static async Task<string> FreeSlugAsync(KioskDb db, string name, CancellationToken cancellation)
    {
        var slug = Importing.ImportSlug.Of(name);
        var taken = (await db.Sources.Where(source => EF.Functions.Like(source.Slug, slug + "%")).Select(source => source.Slug).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        return taken.Contains(slug) ? Enumerable.Range(2, taken.Count + 1).Select(number => $"{slug}-{number}").First(one => !taken.Contains(one)) : slug;
    }

    private static async Task<Dictionary<string, string>> ProblemsAsync(KioskDb db, FeedsSource settings, Dictionary<string, int> topics, int? self, CancellationToken cancellation)
    {
        var problems = SourceSettings.Problems(settings, topics.Keys).ToDictionary();
        var others = await db.Sources.AsNoTracking().Where(source => source.Id != self).Select(source => new { source.Slug, source.Name, source.Url, source.MergedInto }).ToListAsync(cancellation);
        if (others.Exists(other => other.Slug == settings.Id))
            problems.TryAdd("id", SlugTaken);
        var plain = FeedsParser.PlainAddress(settings.Url);
        if (others.Find(other => other.MergedInto is null && FeedsParser.PlainAddress(other.Url) == plain) is { } same)
            problems.TryAdd("url", $"Dit adres heeft al een bron: {same.Name}.");
        return problems;
    }
}

/// <summary>What came of making or changing a source.</summary>
/// <param name="Source">Null if it was not done.</param>
/// <param name="Problems">Why not, in Dutch, by key of feeds.json; empty if it was done.</param>
public sealed record SourceOutcome(Source? Source, IReadOnlyDictionary<string, string> Problems)
{
    /// <summary>The settings that were changed; null for a new source.</summary>
    public KeptSource? Before { get; init; }

    /// <summary>True if somebody else changed it first.</summary>
    public bool IsOvertaken { get; init; }

    public static SourceOutcome Failed(string key, string problem) => new(null, new Dictionary<string, string> { [key] = problem });
}
