using Kiosk.Data;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Api;

/// <summary>An article as the API gives it.</summary>
/// <param name="Link">Its page in the kiosk, without host.</param>
/// <param name="Url">The original.</param>
/// <param name="Rights">full, excerpt or link: how much of the text follows.</param>
/// <param name="Excerpt">Null if the source allows none, or there is none.</param>
/// <param name="BodyHtml">The whole text as clean HTML; null unless rights is full.</param>
/// <param name="DocumentUrl">The report as a file, at its source; null if there is none.</param>
/// <param name="Event">When and where; null for all that is no event.</param>
public sealed record ApiArticle(
    long Id, string Title, string Link, string Url, string Kind, ApiSource Source, IReadOnlyList<string> Authors, IReadOnlyList<TopicLink> Topics,
    DateTimeOffset PublishedAt, DateTimeOffset? UpdatedAt, DateTimeOffset FirstSeenAt, string? Language, int? Minutes, string Rights,
    string? Excerpt, string? BodyHtml, string? DocumentUrl, ApiEvent? Event)
{
    public static ApiArticle From(ArticleView view) => new(
        view.Card.Id, view.Card.Title, view.Card.Link, view.Url, Names.Of(view.Card.Kind), new ApiSource(view.Card.SourceSlug, view.Card.SourceName),
        view.Authors, view.Topics, view.Card.PublishedAt, view.UpdatedAt, view.FirstSeenAt, view.Card.Language,
        view.Card.Minutes == 0 ? null : view.Card.Minutes, Names.Of(view.Card.Rights), OrNull(view.Excerpt), OrNull(view.BodyHtml), view.DocumentUrl, ApiEvent.From(view.Card.Event));

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}

/// <param name="EndsAt">For whole days the first moment after the last; null if unknown.</param>
public sealed record ApiEvent(DateTimeOffset StartsAt, DateTimeOffset? EndsAt, bool AllDay, bool Cancelled, string? Place, string? RegistrationUrl)
{
    public static ApiEvent? From(ArticleEvent? found) =>
        found is null ? null : new ApiEvent(found.StartsAt, found.EndsAt, found.IsAllDay, found.IsCancelled, found.Place, found.RegistrationUrl);
}

public sealed record ApiSource(string Slug, string Name);
