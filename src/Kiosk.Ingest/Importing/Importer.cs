using System.Globalization;
using System.Text;
using Kiosk.Data;
using Kiosk.Data.Topics;
using Kiosk.Ingest.Archiving;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Importing;

/// <summary>Adds articles from JSON Lines, through the same cleaning, identity and rules as a harvest. Doing it again adds nothing twice.</summary>
public sealed class Importer(IDbContextFactory<KioskDb> factory, Archive archive, TimeProvider time)
{
    private const int BatchSize = 1000;
    private const int LongestLine = 32 * 1024 * 1024;

    /// <summary>Reads all lines. A line that cannot be used is reported and left out; the others are stored.</summary>
    /// <param name="lines">UTF-8.</param>
    /// <param name="read">Told how many bytes were read so far.</param>
    /// <param name="cancellation">Stops between batches; what was stored stays.</param>
    public async Task<ImportReport> ImportAsync(Stream lines, Action<long> read, CancellationToken cancellation)
    {
        using var reader = new StreamReader(lines, Encoding.UTF8);
        var (tally, problems, batch, number) = (new Tally(), new List<string>(), new List<ImportLine>(), 0);
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (line.Length > LongestLine)
                problems.Add(Problem(number, "de regel is langer dan 32 MB"));
            else if (ImportLine.Parse(line, out var problem) is { } article)
                batch.Add(article);
            else
                problems.Add(Problem(number, problem));
            if (batch.Count < BatchSize)
                continue;
            tally += await StoreAsync(batch, cancellation);
            batch.Clear();
            read(lines.Position);
        }

        return new ImportReport(tally + await StoreAsync(batch, cancellation), problems);
    }

    private async Task<Tally> StoreAsync(List<ImportLine> lines, CancellationToken cancellation)
    {
        if (lines.Count == 0)
            return new Tally();
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var topics = await TopicsAsync(db, lines, cancellation);
        var sources = await SourcesAsync(db, lines, cancellation);
        var rules = await TopicRules.LoadAsync(db, cancellation);
        var tally = new Tally();
        foreach (var group in lines.GroupBy(line => ImportSlug.Of(line.Source), StringComparer.Ordinal))
        {
            var items = group.Select(line => (Line: line, Item: line.ToItem())).ToList();
            var lineOf = new Dictionary<Item, ImportLine>(ReferenceEqualityComparer.Instance);
            foreach (var (line, item) in items)
                lineOf[item] = line;
            var source = sources[group.Key];
            var batch = new Batch
            {
                Source = source,
                Rules = rules,
                TopicIds = [],
                FallbackUrl = source.Url,
                Language = source.Language,
                KindOf = item => Names.TryParse<ArticleKind>(lineOf[item].Kind, out var kind) ? kind : null,
                ImportedTopicsOf = item => [.. (lineOf[item].Topics ?? []).Select(name => topics[ImportSlug.Of(name)]).Distinct()],
            };
            tally += await archive.StoreAsync(batch, Candidate.From([.. items.Select(pair => pair.Item)], source.Id), _ => Task.FromResult(true), cancellation);
        }

        return tally;
    }

    /// <summary>The sources that the lines name, by slug; those that are missing are made, switched off, so that no harvest asks for them.</summary>
    private async Task<Dictionary<string, Source>> SourcesAsync(KioskDb db, List<ImportLine> lines, CancellationToken cancellation)
    {
        var named = lines.DistinctBy(line => ImportSlug.Of(line.Source), StringComparer.Ordinal).ToDictionary(line => ImportSlug.Of(line.Source), StringComparer.Ordinal);
        var known = await db.Sources.Where(source => named.Keys.Contains(source.Slug)).Select(source => source.Slug).ToListAsync(cancellation);
        db.Sources.AddRange(named.Where(pair => !known.Contains(pair.Key)).Select(pair => new Source
        {
            Slug = pair.Key,
            Name = string.IsNullOrWhiteSpace(pair.Value.Source) ? "Geïmporteerd" : pair.Value.Source.Trim(),
            Url = new Uri(new Uri(pair.Value.Url!), "/").AbsoluteUri,
            Enabled = false,
            Note = "Gemaakt bij een import; wordt niet opgehaald.",
            NextCheckAt = time.GetUtcNow(),
        }));
        await db.SaveChangesAsync(cancellation);
        return await db.Sources.AsNoTracking().Where(source => named.Keys.Contains(source.Slug)).ToDictionaryAsync(source => source.Slug, StringComparer.Ordinal, cancellation);
    }

    /// <summary>The topics that the lines name, by slug; those that are missing are made.</summary>
    private static async Task<Dictionary<string, int>> TopicsAsync(KioskDb db, List<ImportLine> lines, CancellationToken cancellation)
    {
        var named = lines.SelectMany(line => line.Topics ?? []).Where(name => !string.IsNullOrWhiteSpace(name))
            .DistinctBy(ImportSlug.Of, StringComparer.Ordinal).ToDictionary(ImportSlug.Of, name => name.Trim(), StringComparer.Ordinal);
        var known = await TopicBook.AllAsync(db, cancellation);
        var position = await db.Topics.MaxAsync(topic => (int?)topic.Position, cancellation) ?? -1;
        db.Topics.AddRange(named.Where(pair => !known.ContainsKey(pair.Key)).Select(pair => new Topic { Slug = pair.Key, Name = pair.Value, Position = ++position }));
        await db.SaveChangesAsync(cancellation);
        return await TopicBook.AllAsync(db, cancellation);
    }

    private static string Problem(int line, string problem) => string.Create(CultureInfo.InvariantCulture, $"Regel {line} is overgeslagen: {problem}.");
}
