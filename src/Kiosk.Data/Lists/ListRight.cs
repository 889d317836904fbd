namespace Kiosk.Data.Lists;

/// <summary>What somebody may do with a list; each includes the ones before.</summary>
public enum ListRight
{
    /// <summary>Not even know that it is there.</summary>
    None,

    View,

    /// <summary>Change what is on it.</summary>
    Edit,

    /// <summary>Share it, publish it, throw it away.</summary>
    Own,
}
