namespace Kiosk.Ingest.Stories;

/// <summary>An article that is about to be placed.</summary>
/// <param name="Subject">What it says.</param>
/// <param name="Period">The fortnight in which it was published.</param>
/// <param name="Sketch">Empty for what has no story.</param>
/// <param name="StoryId">The story that it belongs to so far; null if none.</param>
/// <param name="ByHand">True if an editor decided where it belongs.</param>
/// <param name="IsNew">True if it has no sketch in the archive yet.</param>
internal sealed record StoryEntry(StorySubject Subject, int Period, long[] Sketch, long? StoryId, bool ByHand, bool IsNew)
{
    /// <param name="reading">Of an article that has an id by now.</param>
    public static StoryEntry Of(StoryReading reading)
    {
        var article = reading.Article;
        return new StoryEntry(
            new StorySubject(article.Id, article.SourceId, article.Kind, reading.Text),
            SketchTable.PeriodOf(article.PublishedAt),
            reading.Sketch,
            article.StoryId,
            article.StoryByHand,
            reading.IsNew);
    }
}
