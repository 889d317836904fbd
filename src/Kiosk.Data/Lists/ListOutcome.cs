namespace Kiosk.Data.Lists;

/// <summary>What came of a change to a list.</summary>
public enum ListOutcome
{
    Changed,

    /// <summary>There is no such list, or it was thrown away.</summary>
    NotFound,

    /// <summary>Somebody else changed it since it was shown: nothing was written.</summary>
    Outdated,

    /// <summary>There is no room for more on it.</summary>
    Full,
}
