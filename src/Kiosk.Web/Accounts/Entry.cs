namespace Kiosk.Web.Accounts;

/// <summary>How an attempt to come in ended.</summary>
public enum Entry
{
    /// <summary>No. Why is not said: it would tell who has an account.</summary>
    Refused,

    /// <summary>So far so good; now a code of the authenticator.</summary>
    SecondStep,

    /// <summary>She is signed in.</summary>
    Entered,
}
