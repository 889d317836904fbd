using System.Linq.Expressions;
using Kiosk.Data;

namespace Kiosk.Web.Reading;

/// <summary>What a list shows of an article. The lead that it is made with is cut to what the source allows.</summary>
public sealed class ArticleCard(
    long id, string title, string lead, ArticleKind kind, DateTimeOffset publishedAt, int wordCount, string? language,
    int sourceId, string sourceSlug, string sourceName, Rights rights, ArticleEvent? @event = null, long? storyId = null, ArticleCover? cover = null)
{
    /// <summary>Average silent reading speed for non-fiction, in words a minute (Brysbaert 2019).</summary>
    private const int WordsPerMinute = 238;

    /// <summary>What a source that keeps its text to itself may put in its feed of it.</summary>
    private const int TeaserWords = 120;

    public static readonly Expression<Func<Article, ArticleCard>> Projection = article => new ArticleCard(
        article.Id, article.Title, article.Lead, article.Kind, article.PublishedAt, article.WordCount, article.Language,
        article.SourceId, article.Source!.Slug, article.Source.Name, article.Source.Rights, article.Event, article.StoryId, article.Cover);

    private Cover? _cover;

    public long Id => id;

    public string Title => title;

    /// <summary>Empty if there is none, or the source allows none.</summary>
    public string Lead { get; } = ReadingRights.Lead(rights, lead);

    public ArticleKind Kind => kind;

    public DateTimeOffset PublishedAt => publishedAt;

    /// <summary>Minutes to read the whole piece, at least 1; 0 if its length is unknown, as when a source gives no more than a teaser.</summary>
    public int Minutes { get; } = rights == Rights.Full || wordCount > TeaserWords ? MinutesFor(wordCount) : 0;

    /// <summary>BCP 47 tag for the <c>lang</c> attribute; null if the piece is Dutch or its language unknown.</summary>
    public string? ForeignLanguage { get; } = Foreign(language);

    /// <summary>BCP 47 tag; null if unknown.</summary>
    public string? Language => language;

    public int SourceId => sourceId;

    public string SourceSlug => sourceSlug;

    public string SourceName => sourceName;

    public Rights Rights => rights;

    /// <summary>When and where; null for all that is no event.</summary>
    public ArticleEvent? Event => @event;

    /// <summary>The story it belongs to; null if nobody else tells this news.</summary>
    public long? StoryId => storyId;

    public string Link { get; } = Links.Article(id, title);

    /// <summary>What editors chose for its cover; null if they did not.</summary>
    public ArticleCover? ChosenCover => cover;

    public Cover Cover => _cover ??= Cover.For(this);

    public static int MinutesFor(int words) => words <= 0 ? 0 : Math.Max(1, (words + (WordsPerMinute / 2)) / WordsPerMinute);

    public static string? Foreign(string? language) =>
        string.IsNullOrWhiteSpace(language) || language.StartsWith("nl", StringComparison.OrdinalIgnoreCase) ? null : language;
}
