namespace Kiosk.Data;

/// <summary>What sort of text an article is. The Dutch words are the field's own; they stand so in feeds.json, the database and URLs.</summary>
public enum ArticleKind
{
    Nieuws,
    Rapport,
    Onderzoek,
    Uitspraak,
    Wet,
    Praktijk,
    Opinie,
    Agenda,
}
