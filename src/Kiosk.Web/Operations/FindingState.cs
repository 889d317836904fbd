namespace Kiosk.Web.Operations;

/// <summary>How something stands.</summary>
public enum FindingState
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>It works, but somebody should know.</summary>
    Note,

    /// <summary>It does not work, and somebody should act.</summary>
    Bad,
}
