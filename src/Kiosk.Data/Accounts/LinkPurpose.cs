namespace Kiosk.Data.Accounts;

/// <summary>The one thing that a link is good for.</summary>
public enum LinkPurpose
{
    /// <summary>Signs in; makes the account first if there is none and the kiosk lets everybody of that address in.</summary>
    SignIn,

    /// <summary>The first sign-in of somebody whom an operator added.</summary>
    Invitation,

    /// <summary>Makes the first operator.</summary>
    Setup,

    /// <summary>Makes the address that of an account.</summary>
    Address,
}
