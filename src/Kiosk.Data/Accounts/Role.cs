namespace Kiosk.Data.Accounts;

/// <summary>What somebody may do. Each role may all that the ones before it may.</summary>
public enum Role
{
    /// <summary>Reads, keeps lists, and has a kiosk of her own.</summary>
    Lezer,

    /// <summary>Tags, picks, bundles, and keeps sources and topics right.</summary>
    Redacteur,

    /// <summary>Decides who gets in, and runs the kiosk.</summary>
    Beheerder,
}
