using Kiosk.Data;

namespace Kiosk.Ingest.Stories;

/// <summary>An article that is about to be placed.</summary>
/// <param name="Subject">What it says.</param>
/// <param name="Period">The fortnight in which it was published.</param>
/// <param name="Sketch">Empty for what has no story: a stub, an event, what is out of sight.</param>
/// <param name="StoryId">The story that it belongs to so far; null if none.</param>
/// <param name="ByHand">True if an editor decided where it belongs.</param>
internal sealed record StoryEntry(StorySubject Subject, int Period, long[] Sketch, long? StoryId, bool ByHand)
{
    public static StoryEntry Of(Article article)
    {
        var text = StoryText.Of(article.Title, article.Lead, article.BodyText);
        // Agendas repeat the same words for every date.
        var mayHaveStory = article.State is ArticleState.Visible or ArticleState.Waiting && article.Kind != ArticleKind.Agenda;
        return new StoryEntry(
            new StorySubject(article.Id, article.SourceId, article.Kind, text),
            SketchTable.PeriodOf(article.PublishedAt),
            mayHaveStory ? Stories.Sketch.Of(text) : [],
            article.StoryId,
            article.StoryByHand);
    }
}
