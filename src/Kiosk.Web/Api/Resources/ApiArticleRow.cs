using System.Globalization;
using System.Linq.Expressions;
using Kiosk.Data;

namespace Kiosk.Web.Api.Resources;

/// <summary>An article in a list for editors; its text is at its own address.</summary>
/// <param name="Version">What its ETag holds.</param>
/// <param name="StateReason">Why it is hidden or withdrawn, for readers; null while visible.</param>
public sealed record ApiArticleRow(
    long Id, string Title, string Url, string Kind, string State, string? StateReason, ApiSource Source, IReadOnlyList<string> Topics, DateTimeOffset PublishedAt, DateTimeOffset FirstSeenAt, DateTimeOffset ChangedAt, int Version)
{
    /// <summary>Where the article itself is.</summary>
    public string Link => $"/api/v1/articles/{Id.ToString(CultureInfo.InvariantCulture)}";

    internal static readonly Expression<Func<Article, Row>> Projection = article => new Row
    {
        Id = article.Id,
        Title = article.Title,
        Url = article.Url,
        Kind = article.Kind,
        State = article.State,
        StateReason = article.StateReason,
        SourceSlug = article.Source!.Slug,
        SourceName = article.Source.Name,
        Topics = article.Topics.Select(link => link.Topic!.Slug).ToList(),
        PublishedAt = article.PublishedAt,
        FirstSeenAt = article.FirstSeenAt,
        ChangedAt = article.ChangedAt,
        Version = article.Version,
    };

    internal static ApiArticleRow Shown(Row row) => new(
        row.Id, row.Title, row.Url, Names.Of(row.Kind), Names.Of(row.State), row.StateReason, new ApiSource(row.SourceSlug, row.SourceName), row.Topics, row.PublishedAt, row.FirstSeenAt, row.ChangedAt, row.Version);

    /// <summary>The columns that are read.</summary>
    internal sealed record Row
    {
        public long Id { get; init; }

        public required string Title { get; init; }

        public required string Url { get; init; }

        public ArticleKind Kind { get; init; }

        public ArticleState State { get; init; }

        public string? StateReason { get; init; }

        public required string SourceSlug { get; init; }

        public required string SourceName { get; init; }

        public required IReadOnlyList<string> Topics { get; init; }

        public DateTimeOffset PublishedAt { get; init; }

        public DateTimeOffset FirstSeenAt { get; init; }

        public DateTimeOffset ChangedAt { get; init; }

        public int Version { get; init; }
    }
}
