namespace Kiosk.Data.Accounts;

/// <summary>What a token may be used for.</summary>
public enum ApiScope
{
    /// <summary>Read what editors see.</summary>
    Read,

    /// <summary>Correct articles, and decide about suggested links.</summary>
    Articles,

    Topics,

    Sources,

    Picks,
}
