using System.Linq.Expressions;
using Kiosk.Data;
using Kiosk.Data.Editorial;

namespace Kiosk.Web.Pages.Redactie.Postvak;

/// <summary>What the list of the inbox shows of an article.</summary>
public sealed record InboxItem(
    long Id, int Version, string Title, ArticleKind Kind, ArticleState State, DateTimeOffset PublishedAt, DateTimeOffset InboxAt, string SourceName, long? StoryId)
{
    public static readonly Expression<Func<Article, InboxItem>> Projection = article => new InboxItem(
        article.Id, article.Version, article.Title, article.Kind, article.State, article.PublishedAt, article.InboxAt!.Value, article.Source!.Name, article.StoryId);

    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Who else is at work on it; null if nobody is.</summary>
    public string? ClaimedBy { get; init; }

    public ArticleRef Ref => new(Id, Version);

    public InboxPlace Place => new(InboxAt, Id);
}

/// <summary>News in the inbox: the latest piece, and others that tell the same and wait too.</summary>
public sealed record InboxStory(InboxItem Head, IReadOnlyList<InboxItem> Others)
{
    public IEnumerable<InboxItem> All => [Head, .. Others];
}
