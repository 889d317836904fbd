namespace Kiosk.Data;

/// <summary>The phase of debt relief that a text is about. The Dutch words are the field's own; they stand so in the database and URLs.</summary>
public enum Phase
{
    Preventie,
    Vroegsignalering,
    Toegang,
    Stabilisatie,
    Schuldregeling,
    Wsnp,
    Nazorg,
}
