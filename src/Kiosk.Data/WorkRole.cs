namespace Kiosk.Data;

/// <summary>For whose work a text is of use. The Dutch words are the field's own; they stand so in the database and URLs.</summary>
public enum WorkRole
{
    Schuldhulpverlener,
    Vrijwilliger,
    Beleid,
    Bestuur,
    Bewindvoerder,
}
