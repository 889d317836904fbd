namespace Kiosk.Data;

/// <summary>What a text rests on. The Dutch words are the field's own; they stand so in the database and URLs.</summary>
public enum Evidence
{
    /// <summary>Law, or a ruling.</summary>
    GeldendRecht,

    /// <summary>Research.</summary>
    Onderzocht,

    /// <summary>Reasoned from theory or experts' judgement.</summary>
    Onderbouwd,

    Praktijkervaring,

    Mening,
}
