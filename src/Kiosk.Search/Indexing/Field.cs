namespace Kiosk.Search.Indexing;

/// <summary>Where in an article a term stands.</summary>
internal enum Field
{
    Body,
    Title,
    Lead,

    /// <summary>The names of its topics.</summary>
    Topics,

    /// <summary>Inside a longer word of title, lead or body.</summary>
    Parts,
}
