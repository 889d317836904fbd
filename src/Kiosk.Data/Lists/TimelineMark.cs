namespace Kiosk.Data.Lists;

/// <summary>A step in the life of a rule, as the timeline of a dossier shows it.</summary>
public enum TimelineMark
{
    Kamerstuk,
    Wet,
    Richtlijn,
    Onderzoek,
    Praktijk,
}
