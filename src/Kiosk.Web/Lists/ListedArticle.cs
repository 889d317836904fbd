using System.Linq.Expressions;
using Kiosk.Data;
using Kiosk.Data.Lists;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Lists;

/// <summary>An article as it stands on a list.</summary>
/// <param name="Section">The heading above it; empty if it stands under none.</param>
/// <param name="ChosenMark">What the editors say it is in the timeline; null if they leave that to its kind.</param>
public sealed record ListedArticle(ArticleCard Card, string Note, string Section, TimelineMark? ChosenMark, SourceFormat Format, DateTimeOffset AddedAt)
{
    public static readonly Expression<Func<ListEntry, ListedArticle>> Projection = entry => new ListedArticle(
        new ArticleCard(
            entry.Article!.Id, entry.Article.Title, entry.Article.Lead, entry.Article.Kind, entry.Article.PublishedAt, entry.Article.WordCount, entry.Article.Language,
            entry.Article.SourceId, entry.Article.Source!.Slug, entry.Article.Source.Name, entry.Article.Source.Rights, entry.Article.Event, entry.Article.StoryId, entry.Article.Cover),
        entry.Note, entry.Section, entry.Mark, entry.Article.Source.Format, entry.AddedAt);

    /// <summary>Its place in a timeline; null if it is no step in the life of a rule.</summary>
    public TimelineMark? Mark => ChosenMark ?? Card.Kind switch
    {
        ArticleKind.Wet => TimelineMark.Wet,
        ArticleKind.Onderzoek => TimelineMark.Onderzoek,
        ArticleKind.Praktijk => TimelineMark.Praktijk,
        _ when Format == SourceFormat.Tweedekamer => TimelineMark.Kamerstuk,
        _ => (TimelineMark?)null,
    };
}
