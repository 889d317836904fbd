using System.Globalization;
using System.Runtime.CompilerServices;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.Rechtspraak;

namespace Kiosk.Ingest.Harvesting.Reading;

/// <summary>Rulings in the order of their last change: the index, and from it the text of each, at most one request a second.</summary>
internal static class RulingHarvest
{
    // The index takes times without a zone; this covers the difference, and rulings that appear late.
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(6);

    public static async IAsyncEnumerable<ReadBatch> ReadAsync(SourceVisit visit, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var progress = RulingProgress.Of(visit);
        var room = visit.Limits.Rulings;
        string? next = IndexUrl(visit.Source.Url, progress.Since - Overlap, visit.Now);
        while (next is not null)
        {
            await visit.PauseAsync(visit.Limits.RulingGap, cancellation);
            var index = await visit.FetchAsync(next, cancellation);
            var reading = SourceVisit.Came(index) ? RechtspraakIndex.Read(index.Body, index.ContentType, SourceVisit.AddressOf(index)) : null;
            if (reading is null or { Problem: not null })
            {
                yield return SourceVisit.Failed(index, progress.ToJson()) with { Problem = reading?.Problem ?? index.Message };
                yield break;
            }
            var wanted = reading.Items.Where(progress.IsNew).ToList();
            foreach (var chunk in wanted.Take(room).Chunk(visit.Limits.RulingBatch))
            {
                var batch = await TextsAsync(visit, chunk, progress, cancellation);
                yield return batch;
                if (batch.Problem is not null)
                    yield break;
            }
            var isCut = wanted.Count > room;
            room -= Math.Min(room, wanted.Count);
            next = isCut ? null : reading.Next;
            if (next is null && !isCut)
                progress.Complete();
            yield return new ReadBatch { State = progress.ToJson(), Remark = Remarks.Join(reading.Remark, isCut ? "Er zijn nog meer uitspraken; die volgen bij de volgende keren." : null), Fetched = index };
        }
    }

    private static async Task<ReadBatch> TextsAsync(SourceVisit visit, Item[] entries, RulingProgress progress, CancellationToken cancellation)
    {
        var items = new List<Item>(entries.Length);
        string? remark = null;
        foreach (var entry in entries)
        {
            await visit.PauseAsync(visit.Limits.RulingGap, cancellation);
            var fetched = await visit.FetchAsync(RechtspraakIndex.ContentUrl(visit.Source.Url, entry.Id!), cancellation);
            // Gone: the register has it, the text is not public. All else may come right, so this is where the next harvest goes on.
            if (!SourceVisit.Came(fetched) && fetched.Outcome != FetchOutcome.Gone)
                return new ReadBatch { Items = items, State = progress.ToJson(), Problem = fetched.Message, Fetched = fetched, Remark = remark };
            var ruling = SourceVisit.Came(fetched) ? RulingReader.Read(fetched.Body, fetched.ContentType, SourceVisit.AddressOf(fetched)) : null;
            if (ruling?.Item is null)
                remark = $"Van {entry.Id} is alleen de samenvatting bewaard. {ruling?.Problem ?? fetched.Message}";
            items.Add(ruling?.Item is { } item && item.Id == entry.Id ? item with { Updated = entry.Updated, Summary = item.Summary ?? entry.Summary } : entry);
            progress.Took(entry);
        }
        return new ReadBatch { Items = visit.Within(items), State = progress.ToJson(), Remark = remark };
    }

    private static string IndexUrl(string url, DateTimeOffset from, DateTimeOffset now)
    {
        var request = QueryString.With(url, "modified", Stamp(from), Stamp(now.AddDays(1)));
        return QueryString.With(QueryString.With(request, "sort", "ASC"), "from", "0");
    }

    private static string Stamp(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
}
