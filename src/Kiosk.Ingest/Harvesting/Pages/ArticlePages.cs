using System.Globalization;
using System.Net;
using Kiosk.Data;
using Kiosk.Ingest.Cleaning;
using Kiosk.Ingest.Extraction;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Identity;
using Kiosk.Ingest.Reports;
using Kiosk.Ingest.Sources;

namespace Kiosk.Ingest.Harvesting.Pages;

/// <summary>Reads the page or report behind an item that carries less than its article.</summary>
public sealed class ArticlePages(PoliteFetcher fetcher, PdfReader reports, TimeProvider time) : IDisposable
{
    /// <summary>Reports are larger than pages, so one is read at a time.</summary>
    private const int LargestReport = 48 * 1024 * 1024;

    private readonly SemaphoreSlim _reportTurn = new(1);

    /// <summary>Whether this machine has the program that reads reports.</summary>
    public bool ReadsReports => reports.IsAvailable;

    /// <summary>Fetches the address and reads what is there. What stands in the way (a cookie wall, a broken file) is a problem, never an exception.</summary>
    /// <param name="source">Where the item comes from; its selectors say where the text is.</param>
    /// <param name="candidate">What the source gave. It stays; the page fills what is missing.</param>
    /// <param name="url">The page or report.</param>
    /// <param name="cancellation">Breaks off.</param>
    public async Task<PageReading> ReadAsync(Source source, Candidate candidate, string url, CancellationToken cancellation)
    {
        if (url != candidate.Item.Document && !PageNeed.IsReport(url))
            return await ReadAsync(source, candidate, new FetchRequest(url), cancellation);
        if (!reports.IsAvailable)
            return new PageReading { NeedsProgram = true, Problem = PdfReader.Missing };
        await _reportTurn.WaitAsync(cancellation);
        try
        {
            return await ReadAsync(source, candidate, new FetchRequest(url) { MaxBytes = LargestReport }, cancellation);
        }
        finally
        {
            _reportTurn.Release();
        }
    }

    public void Dispose() => _reportTurn.Dispose();

    private async Task<PageReading> ReadAsync(Source source, Candidate candidate, FetchRequest request, CancellationToken cancellation)
    {
        var fetched = await fetcher.FetchAsync(request, cancellation);
        if (fetched.Outcome != FetchOutcome.Fetched)
            return PageReading.Of(fetched);
        if (PdfReader.IsPdf(fetched.Body.Span))
            return await ReportAsync(candidate, fetched, cancellation);
        if (request.Url == candidate.Item.Document)
            return PageReading.Failed("Op het adres van het rapport staat geen PDF-bestand.");
        return IsSentHome(request.Url, fetched.FinalUrl)
            ? PageReading.Failed("De site stuurt ons door naar haar voorpagina; dit stuk is er waarschijnlijk niet meer.")
            : Page(source, candidate, fetched);
    }

    private async Task<PageReading> ReportAsync(Candidate candidate, FetchResult fetched, CancellationToken cancellation)
    {
        var reading = await reports.ReadAsync(fetched.Body, cancellation);
        if (reading.Report is not { Text.Length: > 0 } report)
            return new PageReading { NeedsProgram = reading.Outcome == PdfOutcome.ToolMissing, Problem = reading.Message };
        var item = candidate.Item;
        return new PageReading
        {
            Complete = candidate with
            {
                Page = new PageText(ReportBody.Of(report), report.PageStarts)
                {
                    Chapters = [.. report.Contents.Select(chapter => string.Create(CultureInfo.InvariantCulture, $"{chapter.Page} {chapter.Title}"))],
                },
                Item = item with
                {
                    Title = item.Title ?? report.Title,
                    Published = item.Published ?? report.Published ?? item.Updated,
                    Document = item.Document ?? item.Link,
                },
            },
        };
    }

    private PageReading Page(Source source, Candidate candidate, FetchResult fetched)
    {
        var address = new Uri(fetched.FinalUrl);
        var page = ArticleExtractor.Extract(fetched.Body, fetched.ContentType, address, FeedsSelect.Parse(source.Select));
        if (page.Problem is { } problem)
            return PageReading.Failed(problem);
        var item = candidate.Item;
        var own = PlainText.FromHtml(item.Content ?? item.Summary);
        return new PageReading
        {
            Complete = candidate.AlsoAt(fetched.FinalUrl, page.CanonicalUrl) with
            {
                Page = page.Text.Length > own.Length ? new PageText(new CleanHtml(page.Html, page.Text), []) : null,
                Item = Completed(item, page) with { Event = item.Event ?? PageEvent.Of(fetched, time.GetUtcNow()) },
            },
        };
    }

    private static Item Completed(Item item, ExtractedArticle page) => item with
    {
        Title = item.Title ?? page.Title,
        Summary = item.Summary ?? Encoded(page.Lead),
        Published = item.Published ?? page.Published ?? item.Updated,
        Updated = item.Updated ?? page.Modified,
        Authors = item.Authors.Count > 0 ? item.Authors : page.Authors,
        Image = item.Image ?? page.Image,
        Language = item.Language ?? page.Language,
    };

    private static string? Encoded(string? text) => text is null ? null : WebUtility.HtmlEncode(text);

    private static bool IsSentHome(string asked, string answered) => new Uri(answered).AbsolutePath == "/" && new Uri(asked).PathAndQuery != "/";
}
