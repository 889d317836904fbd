using System.Text.RegularExpressions;
using Kiosk.Data;
using Kiosk.Ingest.Cleaning;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.Text;
using Kiosk.Ingest.Identity;
using Kiosk.Search;
using Kiosk.Search.Queries;
using PlainText = Kiosk.Ingest.Cleaning.PlainText;

namespace Kiosk.Ingest.Archiving;

/// <summary>An item made ready to be kept: clean, plain, dated.</summary>
public sealed partial record ArticleDraft
{
    private const int LongestTitle = 500;
    private const int LongestLead = 400;
    private static readonly DateTimeOffset EarliestBelievable = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public required string Title { get; init; }

    public required string Lead { get; init; }

    public required CleanHtml Body { get; init; }

    public required string Url { get; init; }

    /// <summary>For each page of a report, the place in the text of <see cref="Body"/> where it begins; empty for what has no pages.</summary>
    public IReadOnlyList<int> PageStarts { get; init; } = [];

    /// <summary>The table of contents of a report; empty if there is none.</summary>
    public IReadOnlyList<string> Chapters { get; init; } = [];

    /// <summary>The whole text as a document; null if there is none.</summary>
    public string? Document { get; init; }

    public string? Image { get; init; }

    public string? Language { get; init; }

    public required IReadOnlyList<string> Authors { get; init; }

    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>Null if the source gave no date that can be believed.</summary>
    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    /// <summary>Cleans an item. Dates in the future are taken as <paramref name="now"/>, so that no article sticks to the top.</summary>
    /// <param name="item">As the parser yielded it.</param>
    /// <param name="fallbackUrl">Where to send readers if the item has no link of its own.</param>
    /// <param name="language">BCP 47 tag for items without one; null if unknown.</param>
    /// <param name="now">The moment of the visit.</param>
    /// <param name="page">What was read behind the item, and takes the place of its own text; null if nothing.</param>
    public static ArticleDraft From(Item item, string fallbackUrl, string? language, DateTimeOffset now, PageText? page = null)
    {
        var url = WebUrl(item.Link) ?? WebUrl(item.Id) ?? fallbackUrl;
        var body = page?.Body ?? BodyOf(item, new Uri(WebUrl(item.BaseUrl) ?? url));
        var summary = page is null && item.Content is null ? body.Text : PlainText.FromHtml(item.Summary ?? "");
        var lead = Excerpt.Of(summary.Length > 0 ? summary : body.Text, LongestLead);
        return new ArticleDraft
        {
            Title = TitleOf(item, body.Text),
            Lead = lead,
            Body = body,
            Url = url,
            PageStarts = page?.PageStarts ?? [],
            Chapters = page?.Chapters ?? [],
            Document = WebUrl(item.Document),
            Image = WebUrl(item.Image),
            Language = LanguageCode.Of(item.Language?.Trim()) ?? language,
            Authors = Names(item.Authors),
            Categories = Names(item.Categories),
            Published = Believable(item.Published ?? item.Updated, now),
            Updated = Believable(item.Updated, now),
        };
    }

    /// <summary>The draft as queries see it, analysed once for all filters and rules.</summary>
    public ArticleTerms ForQueries(Source source) => ArticleTerms.Of(new IndexedArticle
    {
        Id = 0,
        Title = Title,
        Lead = Lead,
        Body = Body.Text,
        Url = Url,
        Published = Published ?? default,
        Kind = Data.Names.Of(source.Kind),
        Source = source.Slug,
        SourceName = source.Name,
        Authors = Authors,
    });

    private static CleanHtml BodyOf(Item item, Uri address)
    {
        var body = HtmlCleaner.Clean(WithParagraphs(item.Content ?? item.Summary), address);
        return body.Text.Length == 0 && item is { Content: not null, Summary: { } summary } ? HtmlCleaner.Clean(WithParagraphs(summary), address) : body;
    }

    // Text without tags says with blank lines where its paragraphs are, and HTML takes those for spaces.
    private static string? WithParagraphs(string? text) => text is null || text.Contains('<', StringComparison.Ordinal) || !BlankLine().IsMatch(text)
        ? text
        : string.Concat(BlankLine().Split(text).Select(static paragraph => $"<p>{paragraph}</p>"));

    private static string TitleOf(Item item, string body)
    {
        var title = Excerpt.Of(PlainText.Line(item.Title ?? ""), LongestTitle);
        if (title.Length == 0)
            title = Excerpt.Of(body.Replace('\n', ' '), 80);
        return title.Length > 0 ? title : "(zonder titel)";
    }

    private static string? WebUrl(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && WebHost.Of(uri) is not null ? uri.AbsoluteUri : null;

    private static string[] Names(IReadOnlyList<string> raw) =>
        [.. raw.Select(PlainText.FromHtml).Where(name => name.Length is > 0 and <= 200).Distinct(StringComparer.OrdinalIgnoreCase).Take(50)];

    private static DateTimeOffset? Believable(DateTimeOffset? date, DateTimeOffset now) =>
        date is null || date < EarliestBelievable ? null : date > now ? now : date;

    [GeneratedRegex(@"\n[ \t\r]*\n\s*", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex BlankLine();
}
