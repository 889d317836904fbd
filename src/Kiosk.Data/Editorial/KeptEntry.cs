namespace Kiosk.Data.Editorial;

/// <summary>That an article stands on a dossier, as an act keeps it.</summary>
public sealed record KeptEntry(long Dossier, long Article, bool Stands);
