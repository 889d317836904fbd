using System.Globalization;
using Kiosk.Data;
using Kiosk.Ingest.Formats.Opml;
using Kiosk.Ingest.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Importing;

/// <summary>Adds the feeds of an OPML file as sources. A feed that the kiosk has already, however its address is written, is left as it is.</summary>
public sealed class OpmlImporter(IDbContextFactory<KioskDb> factory, TimeProvider time)
{
    public async Task<OpmlReport> ImportAsync(ReadOnlyMemory<byte> file, CancellationToken cancellation)
    {
        var reading = OpmlReader.Read(file);
        if (reading.Problem is not null)
            return new OpmlReport([], [], [], reading.Problem, Remark: null);
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var sources = await db.Sources.AsNoTracking().Select(source => new { source.Slug, source.Url }).ToListAsync(cancellation);
        var slugs = sources.Select(source => source.Slug).ToHashSet(StringComparer.Ordinal);
        var urls = sources.Select(source => CanonicalUrl.Of(source.Url)).ToHashSet(StringComparer.Ordinal);
        var (known, refused) = (new List<string>(), new List<string>());
        foreach (var feed in reading.Feeds)
        {
            var url = WebUrl(feed.Url);
            if (url is null)
                refused.Add($"‘{feed.Title ?? feed.Url}’ is overgeslagen: ‘{feed.Url}’ is geen webadres.");
            else if (urls.Add(CanonicalUrl.Of(url)))
                db.Sources.Add(Made(feed, url, slugs));
            else
                known.Add(feed.Title ?? url);
        }

        var added = db.ChangeTracker.Entries<Source>().Select(entry => entry.Entity.Slug).ToList();
        await db.SaveChangesAsync(cancellation);
        return new OpmlReport(added, known, refused, Problem: null, reading.Remark);
    }

    private Source Made(OpmlFeed feed, string url, HashSet<string> slugs) => new()
    {
        Slug = Free(ImportSlug.Of(feed.Title ?? new Uri(url).Host), slugs),
        Name = feed.Title ?? new Uri(url).Host,
        Url = url,
        SiteUrl = WebUrl(feed.SiteUrl),
        Kind = Names.TryParse<ArticleKind>(feed.Category, out var kind) ? kind : ArticleKind.Nieuws,
        Language = feed.Language,
        Note = feed.Folders.Count > 0 ? $"Kwam binnen met een OPML-bestand, uit de map ‘{string.Join(" / ", feed.Folders)}’." : "Kwam binnen met een OPML-bestand.",
        NextCheckAt = time.GetUtcNow(),
    };

    private static string Free(string slug, HashSet<string> taken)
    {
        var free = slug;
        for (var number = 2; !taken.Add(free); number++)
            free = string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}");
        return free;
    }

    /// <summary>Some readers write <c>feed:</c> for http.</summary>
    private static string? WebUrl(string? text)
    {
        if (text?.StartsWith("feed:", StringComparison.OrdinalIgnoreCase) == true)
            text = text[5..].TrimStart('/') is var rest && rest.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? rest : $"https://{rest}";
        return CanonicalUrl.Of(text) is null ? null : new Uri(text!.Trim()).AbsoluteUri;
    }
}

/// <summary>What became of an OPML file.</summary>
/// <param name="Added">Ids of sources that are new.</param>
/// <param name="Known">Names of feeds that the kiosk had already, or that the file lists twice.</param>
/// <param name="Refused">Feeds that were left out, each a sentence in Dutch.</param>
/// <param name="Problem">In Dutch, why nothing could be read; null if something could.</param>
/// <param name="Remark">In Dutch, what had to be repaired; null if nothing.</param>
public sealed record OpmlReport(IReadOnlyList<string> Added, IReadOnlyList<string> Known, IReadOnlyList<string> Refused, string? Problem, string? Remark);
