namespace Kiosk.Ingest.Archiving;

/// <summary>An article of the archive, as far as is needed to see whether it must be touched.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SourceId">Its source.</param>
/// <param name="ContentHash">What the item under the name by which it was found last looked like.</param>
/// <param name="IsTwin">True if that is another item than the one that the article was filled from.</param>
/// <param name="KeptOut">True if an editor took it away for good: nothing of it is read any more.</param>
internal sealed record KnownArticle(long Id, int SourceId, string ContentHash, bool IsTwin, bool KeptOut);
