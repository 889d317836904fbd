namespace Kiosk.Data.Editorial;

/// <summary>What came of an editor's work on an article.</summary>
public enum WorkOutcome
{
    Done,

    /// <summary>It was so already; nothing was written.</summary>
    Unchanged,

    NotFound,

    /// <summary>Somebody, or its source, changed it since it was shown: nothing was written.</summary>
    Outdated,

    /// <summary>It cannot be: the article went into another, or there is nothing to do it with.</summary>
    Impossible,
}
