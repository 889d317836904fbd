using Kiosk.Data.Editorial;

namespace Kiosk.Web.Pages.Redactie.Logboek;

/// <summary>An act in the log.</summary>
/// <param name="IsUndone">True if another act undid it.</param>
public sealed record LogLine(EditorialAct Act, bool IsUndone)
{
    /// <summary>What it does, as it stands behind a name.</summary>
    public string Label => ActKinds.Find(Act.Act)?.Label ?? Act.Act;

    public bool CanUndo => !IsUndone && ActKinds.Find(Act.Act)?.Undo is not null;

    /// <summary>Where its subject is to be seen; null if there is no page of it.</summary>
    public string? Link => Act.SubjectKind switch
    {
        SubjectKind.Article => $"/redactie/stuk/{Act.SubjectId}",
        SubjectKind.Dossier => $"/lijst/{Act.SubjectId}",
        SubjectKind.Term => "/redactie/begrippen",
        SubjectKind.Pick => "/redactie/keuzes",
        SubjectKind.Webhook => "/redactie/webhooks",
        _ => null,
    };

    /// <summary>What was before and after, as lines.</summary>
    public IReadOnlyList<LogChange> Changes => LogChange.Between(Act.Before, Act.After);
}
