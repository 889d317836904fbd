using Kiosk.Data;

namespace Kiosk.Ingest.Stories;

/// <summary>An article as far as stories go by it.</summary>
internal sealed record StorySubject(long Id, int SourceId, ArticleKind Kind, StoryText Text);
