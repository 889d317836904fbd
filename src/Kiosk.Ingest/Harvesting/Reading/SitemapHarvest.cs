using System.Runtime.CompilerServices;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Formats.Sitemaps;

namespace Kiosk.Ingest.Harvesting.Reading;

/// <summary>A sitemap, or an index with the sitemaps that it names: the newest addresses first, so many new ones a harvest.</summary>
internal static class SitemapHarvest
{
    private const int DeepestIndex = 3;

    public static async IAsyncEnumerable<ReadBatch> ReadAsync(SourceVisit visit, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var state = visit.StateOr<SitemapState>();
        var seen = SeenPrints.Parse(state.Seen);
        // While addresses are waiting, and for an index whose files change without it, 304 would hide them.
        var fetched = state.IsSettled ? await visit.FetchSourceAsync(cancellation) : await visit.FetchAsync(visit.Source.Url, cancellation);
        var files = new Stack<(ChildSitemap File, int Depth)>();
        var (room, filesLeft, isIndex) = (visit.Limits.SitemapItems, visit.Limits.SitemapFiles, false);
        (ChildSitemap File, int Depth) current = (new ChildSitemap(visit.Source.Url, null), 0);
        while (true)
        {
            var reading = SourceVisit.Came(fetched) ? SitemapReader.Read(fetched.Body, fetched.ContentType, SourceVisit.AddressOf(fetched)) : null;
            if (reading is null or { Problem: not null })
                yield return Missed(fetched, reading, current.File, current.Depth, visit.State, seen);
            else
            {
                isIndex |= reading.Children.Count > 0;
                if (current.Depth < DeepestIndex)
                    foreach (var child in Fresh(reading.Children, seen).Reverse())
                        files.Push((child, current.Depth + 1));
                var items = visit.Within(reading.Items).Where(item => !seen.Contains(Name(item))).OrderByDescending(item => item.Updated ?? item.Published).ToList();
                var isWhole = items.Count <= room;
                foreach (var chunk in items.Take(room).Chunk(visit.Limits.BatchSize).DefaultIfEmpty([]))
                {
                    foreach (var item in chunk)
                        seen.Add(Name(item));
                    yield return new ReadBatch { Items = chunk, State = State(seen, isSettled: false), Remark = reading.Remark, Fetched = fetched };
                }
                room -= Math.Min(room, items.Count);
                if (isWhole && current.File.Updated is not null && reading.Children.Count == 0)
                    seen.Add(Name(current.File));
                if (!isWhole || room == 0 || filesLeft == 0 || files.Count == 0)
                {
                    yield return Finished(seen, isSettled: isWhole && files.Count == 0 && !isIndex, isMore: !isWhole || files.Count > 0);
                    yield break;
                }
            }
            if (files.Count == 0 || filesLeft-- == 0)
                yield break;
            current = files.Pop();
            fetched = await visit.FetchAsync(current.File.Url, cancellation);
        }
    }

    /// <summary>Files that changed since they were read whole, the newest first.</summary>
    private static IEnumerable<ChildSitemap> Fresh(IReadOnlyList<ChildSitemap> files, SeenPrints seen) =>
        files.Where(file => file.Updated is null || !seen.Contains(Name(file))).OrderByDescending(file => file.Updated ?? DateTimeOffset.MinValue).Take(1_000);

    private static ReadBatch Missed(FetchResult fetched, SitemapReading? reading, ChildSitemap file, int depth, string? before, SeenPrints seen)
    {
        var failed = reading is null
            ? SourceVisit.Failed(fetched, depth == 0 ? before : State(seen, isSettled: false))
            : new ReadBatch { Fetched = fetched, State = depth == 0 ? before : State(seen, isSettled: false), Problem = reading.Problem };
        return depth == 0 ? failed : failed with { Problem = null, Remark = $"De sitemap {file.Url} is overgeslagen. {failed.Problem}" };
    }

    private static ReadBatch Finished(SeenPrints seen, bool isSettled, bool isMore) => new()
    {
        State = State(seen, isSettled),
        Remark = isMore ? "Er staan nog meer adressen in de sitemap; die volgen bij de volgende keren." : null,
    };

    private static string Name(Item item) => $"{item.Link} {item.Updated?.UtcTicks}";

    private static string Name(ChildSitemap file) => $"{file.Url} {file.Updated?.UtcTicks}";

    private static string State(SeenPrints seen, bool isSettled) => SourceVisit.ToJson(new SitemapState { Seen = seen.ToString(), IsSettled = isSettled });

    private sealed record SitemapState
    {
        public string? Seen { get; init; }

        /// <summary>True if nothing is waiting and there is one file only.</summary>
        public bool IsSettled { get; init; }
    }
}
