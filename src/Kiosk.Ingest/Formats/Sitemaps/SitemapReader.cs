using Kiosk.Ingest.Formats.Answers;

namespace Kiosk.Ingest.Formats.Sitemaps;

/// <summary>Reads sitemaps (sitemaps.org 0.9), their indexes, Google's news and image extensions, and sitemaps in plain text.</summary>
public static class SitemapReader
{
    /// <summary>The most addresses that are taken from one file: what the protocol allows.</summary>
    public const int MostUrls = 50_000;

    /// <summary>Bytes in, addresses or the reason why not out. Never throws for what is in the bytes.</summary>
    /// <param name="body">The body as received; it may still be gzip.</param>
    /// <param name="contentType">The Content-Type header; null if there was none.</param>
    /// <param name="url">The address that answered: other sites' addresses are left out. Null leaves all in.</param>
    public static SitemapReading Read(ReadOnlyMemory<byte> body, string? contentType, Uri? url) =>
        AnswerText.Read(body, contentType, problem => new SitemapReading { Problem = problem }, text => text[0] == '<' ? Xml(text, url) : Lines(text, url));

    private static SitemapReading Xml(string text, Uri? url)
    {
        var entries = new SitemapEntries(url);
        if (SitemapXml.TryRead(text, entries))
            return Finish(entries, text, remark: null);
        var repaired = new SitemapEntries(url);
        var isWhole = SitemapXml.TryRead(SitemapXml.Repaired(text), repaired);
        return Finish(isWhole || repaired.Count > entries.Count ? repaired : entries, text, isWhole ? AnswerProblems.Repaired : AnswerProblems.CutShort);
    }

    private static SitemapReading Finish(SitemapEntries entries, string text, string? remark)
    {
        if (!entries.IsSitemap)
            return new SitemapReading { Problem = AnswerProblems.Instead("sitemap", text, entries.Root) };
        if (entries.Count == 0 && remark == AnswerProblems.CutShort)
            return new SitemapReading { Problem = "De sitemap is zo beschadigd dat er geen adres uit te lezen is. De volgende keer proberen we het opnieuw." };
        return entries.Reading(remark);
    }

    private static SitemapReading Lines(string text, Uri? url)
    {
        var entries = new SitemapEntries(url);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var address = line.Trim();
            if (address.IsEmpty || entries.IsFull)
                continue;
            if (!address.StartsWith("http", StringComparison.OrdinalIgnoreCase))
                return new SitemapReading { Problem = AnswerProblems.Instead("sitemap", text, root: null) };
            entries.AddPage(address.ToString());
        }
        return entries.Reading(remark: null);
    }
}
