namespace Kiosk.Web.Pages.Artikel;

/// <summary>The form in which a passage is marked and a note is written.</summary>
/// <param name="HasPassage">Whether there is text to mark.</param>
/// <param name="Id">The annotation that is changed; null for a new one.</param>
/// <param name="Problem">What is wrong with what was typed, in Dutch; null if nothing.</param>
public sealed record NoteForm(long ArticleId, bool HasPassage, long? Id = null, string Passage = "", string Note = "", string? Problem = null);
