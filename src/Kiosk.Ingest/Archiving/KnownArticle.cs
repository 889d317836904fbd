namespace Kiosk.Ingest.Archiving;

/// <summary>An article of the archive, as far as is needed to see whether it must be touched.</summary>
internal sealed record KnownArticle(long Id, int SourceId, string ContentHash);
