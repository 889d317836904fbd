using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Kiosk.Data.Annotations;
using Kiosk.Web.Annotations;

namespace Kiosk.Web.Reading;

/// <summary>What a reader reads of an article, as far as its source lets her: the text with her marks in it, and its table of contents.</summary>
/// <param name="Html">Clean; empty if there is nothing but a title.</param>
/// <param name="Contents">Empty for what is read at a glance.</param>
/// <param name="Annotations">Hers, in the order of the text; what is not in the text comes last.</param>
public sealed record ReadingText(string Html, IReadOnlyList<Chapter> Contents, IReadOnlyList<PlacedAnnotation> Annotations)
{
    /// <summary>Fewer headings than this need no table, and no more than this are of use.</summary>
    private const int FewestChapters = 3;
    private const int MostChapters = 200;

    /// <summary>What is read in less is seen whole by scrolling once or twice.</summary>
    private const int LongMinutes = 3;

    public static ReadingText Of(ArticleView view, IReadOnlyList<Annotation> annotations, Func<string?, string?> pictureAt)
    {
        var body = Body(view, pictureAt);
        var contents = view.Chapters.Count >= FewestChapters ? view.Chapters : Headings(body);
        var isLong = view.Chapters.Count > 0 || view.Card.Minutes >= LongMinutes;
        var placed = annotations.Count == 0 ? [] : Marking.Mark(body, annotations);
        return new ReadingText(body.InnerHtml, isLong && contents.Count >= FewestChapters ? contents : [], placed);
    }

    /// <summary>The elements of the text that this source lets a reader see: the whole, or the excerpt.</summary>
    public static IElement Body(ArticleView view, Func<string?, string?> pictureAt) => ArticleBody.Parse(
        view.BodyHtml.Length > 0 ? view.BodyHtml : view.Excerpt.Length > 0 ? $"<p>{WebUtility.HtmlEncode(view.Excerpt)}</p>" : "", pictureAt);

    /// <summary>Gives each heading a name of its own to link to.</summary>
    private static List<Chapter> Headings(IElement body)
    {
        var chapters = new List<Chapter>();
        foreach (var heading in body.QuerySelectorAll("h2, h3").Where(heading => !string.IsNullOrWhiteSpace(heading.TextContent)).Take(MostChapters))
        {
            heading.Id = string.Create(CultureInfo.InvariantCulture, $"deel-{chapters.Count + 1}");
            chapters.Add(new Chapter(heading.TextContent.Trim(), heading.Id, heading.LocalName == "h2" ? 1 : 2));
        }

        return chapters;
    }
}
