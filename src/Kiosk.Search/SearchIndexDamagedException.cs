namespace Kiosk.Search;

/// <summary>
/// The index was found damaged and has been made anew, empty: <see cref="SearchIndex.Position"/> is null, and what was to be applied is not in it.
/// Fill it from the archive.
/// </summary>
public sealed class SearchIndexDamagedException : Exception
{
    public SearchIndexDamagedException()
        : this("De zoekindex was beschadigd en wordt opnieuw gevuld uit het archief.")
    {
    }

    public SearchIndexDamagedException(string message)
        : base(message)
    {
    }

    public SearchIndexDamagedException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
