namespace Kiosk.Data.Changes;

/// <summary>The next changes of a feed.</summary>
/// <param name="ArticleIds">Articles that were added, changed or removed, each once; empty if there is nothing new.</param>
/// <param name="Position">Where to read on.</param>
/// <param name="Gap">True if the feed no longer goes back to the place asked for, or never came that far: start anew from the articles.</param>
public sealed record ChangeBatch(IReadOnlyList<long> ArticleIds, ChangePosition Position, bool Gap = false);
