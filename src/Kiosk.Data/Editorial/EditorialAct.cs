namespace Kiosk.Data.Editorial;

/// <summary>
/// Something that an editor did: who, when, to what, and what it was before and after. Rows are added by <see cref="EditorialLog"/> and never changed
/// since, but for the editor's name, which a trigger takes away when her account goes.
/// </summary>
public sealed class EditorialAct
{
    public long Id { get; set; }

    /// <summary>What was done in one go has one batch, and is undone in one go.</summary>
    public Guid BatchId { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Who did it; null once the account is gone, or if the kiosk did it by itself. Not personal data of readers: it stays when the account goes, without a name.</summary>
    public Guid? EditorId { get; set; }

    /// <summary>What she was called then; empty once her account is gone.</summary>
    public required string EditorName { get; set; }

    /// <summary>The name of an <see cref="ActKind"/>, for instance <c>article-published</c>.</summary>
    public required string Act { get; set; }

    public SubjectKind SubjectKind { get; set; }

    /// <summary>The key of the subject in its table, as text.</summary>
    public required string SubjectId { get; set; }

    /// <summary>What the subject was called then.</summary>
    public required string SubjectTitle { get; set; }

    /// <summary>What the act changed, as it was: a JSON object; null if there was nothing.</summary>
    public string? Before { get; set; }

    /// <summary>The same as it became; null if there is nothing any more.</summary>
    public string? After { get; set; }

    /// <summary>The act that this one undoes; null if it undoes none. An act is undone once; undoing that does it again.</summary>
    public long? Undoes { get; set; }
}
