using System.Runtime.CompilerServices;

namespace Kiosk.Ingest.Harvesting.Reading;

/// <summary>A sitemap, or an index with the sitemaps that it names: the newest addresses first, so many new ones a harvest.</summary>
internal static class SitemapHarvest
{
    public static async IAsyncEnumerable<ReadBatch> ReadAsync(SourceVisit visit, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var walk = new SitemapWalk(visit);
        var fetched = await walk.FetchRootAsync(cancellation);
        for (SitemapFile? file = walk.Root; file is not null; file = walk.Next())
        {
            if (file != walk.Root)
                fetched = await walk.FetchAsync(file, cancellation);
            foreach (var batch in walk.Read(file, fetched))
                yield return batch;
        }
        if (walk.HasBegun)
            yield return walk.Finished();
    }
}
