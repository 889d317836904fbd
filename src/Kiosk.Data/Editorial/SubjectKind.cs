namespace Kiosk.Data.Editorial;

/// <summary>What editors work on.</summary>
public enum SubjectKind
{
    Article,
    Pick,
    Dossier,
    Topic,
    Source,
    Term,
    Task,
    Suggestion,
    Query,
    Webhook,
}
