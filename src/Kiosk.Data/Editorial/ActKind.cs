namespace Kiosk.Data.Editorial;

/// <summary>A kind of act, and how it is undone.</summary>
/// <param name="Name">In the archive; never changes. Subject first, then what happened to it: <c>article-published</c>.</param>
/// <param name="Label">For editors, in Dutch, as it stands behind a name in the log: "plaatste".</param>
/// <param name="Undo">Brings the subject back; null if the act cannot be undone.</param>
public sealed record ActKind(string Name, string Label, ActUndo? Undo = null);

/// <summary>
/// Brings a subject from <see cref="EditorialAct.After"/> back to <see cref="EditorialAct.Before"/>, without saving a record of it: that is done by
/// <see cref="EditorialUndo"/>, which calls this with the two changed about when an undo is undone. It runs in a transaction and may save.
/// If the subject is not as the act left it, nothing is changed.
/// </summary>
/// <returns>Null if it was done; or else why not, in Dutch, for editors.</returns>
public delegate Task<string?> ActUndo(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation);
