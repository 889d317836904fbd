using System.Text;
using Kiosk.Data;
using Kiosk.Data.Digests;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Subscribing;

/// <summary>Takes over subscribers who gave their consent elsewhere. Doing it again adds nobody twice, so a broken import is simply done again.</summary>
public sealed class SubscriberImport(IDbContextFactory<KioskDb> archive, TimeProvider time)
{
    private const int BatchSize = 500;

    /// <param name="progress">Called with the bytes read so far.</param>
    public async Task<SubscriberReport> ReadAsync(Stream file, Action<long> progress, CancellationToken cancellation)
    {
        var topics = await TopicsAsync(cancellation);
        var (report, batch, number) = (new SubscriberReport(), new List<SubscriberLine>(), 0);
        using var reader = new StreamReader(file, Encoding.UTF8);
        while (await reader.ReadLineAsync(cancellation) is { } text)
        {
            number++;
            var (line, problem) = SubscriberFile.Parse(text, topics, DutchTime.DayOf(time.GetUtcNow()));
            if (problem is not null)
                report.Problems.Add($"Regel {number}: {problem}");
            if (line is not null)
                batch.Add(line);
            if (batch.Count < BatchSize)
                continue;
            await StoreAsync(batch, report, cancellation);
            batch.Clear();
            progress(file.Position);
        }

        await StoreAsync(batch, report, cancellation);
        return report;
    }

    /// <summary>Topics by slug and by name, in lower case.</summary>
    private async Task<Dictionary<string, int>> TopicsAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var topics = await db.Topics.AsNoTracking().OrderBy(topic => topic.Id).ToListAsync(cancellation);
        var known = new Dictionary<string, int>();
        foreach (var (name, id) in topics.Select(topic => (topic.Slug, topic.Id)).Concat(topics.Select(topic => (topic.Name, topic.Id))))
            known.TryAdd(name.ToLowerInvariant(), id);
        return known;
    }

    /// <summary>Whoever asked herself and did not confirm yet is a subscriber now; whoever confirmed stays as she is.</summary>
    private async Task StoreAsync(List<SubscriberLine> batch, SubscriberReport report, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var emails = batch.Select(line => line.Email).ToArray();
        var known = await db.Subscribers.Include(one => one.Topics).Where(one => EF.Parameter(emails).Contains(one.Email)).ToDictionaryAsync(one => one.Email, cancellation);
        foreach (var line in batch)
        {
            if (known.TryGetValue(line.Email, out var subscriber) && subscriber.ConsentedAt is not null)
            {
                report.Known++;
                continue;
            }

            if (subscriber is null)
                db.Subscribers.Add(known[line.Email] = subscriber = new Subscriber { Email = line.Email, AskedAt = line.Consent });
            (subscriber.Origin, subscriber.ConsentedAt) = (SubscriberOrigin.Import, line.Consent);
            line.Wanted.ApplyTo(subscriber);
            report.Added++;
        }

        await db.SaveChangesAsync(cancellation);
    }
}

/// <summary>What came of an import.</summary>
public sealed class SubscriberReport
{
    public int Added { get; set; }

    /// <summary>Who were subscribers already.</summary>
    public int Known { get; set; }

    /// <summary>In Dutch, each with its line.</summary>
    public List<string> Problems { get; } = [];
}
