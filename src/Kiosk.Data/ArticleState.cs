namespace Kiosk.Data;

/// <summary>Whether readers can see an article.</summary>
public enum ArticleState
{
    Visible,

    /// <summary>Came from a source whose pieces an editor sees first: nobody else sees it until she lets it through.</summary>
    Waiting,

    /// <summary>Kept, but not shown, not indexed.</summary>
    Hidden,

    /// <summary>Taken away at the source's request or by the source itself; answered with 410 and the reason.</summary>
    Withdrawn,

    /// <summary>The same as another article, which took over its names, tags and places. Kept as it was; its address leads to the other.</summary>
    Merged,
}
