namespace Kiosk.Search.Indexing;

/// <summary>What stands in the files of the index is not what was written. Never leaves <see cref="SearchIndex"/>, which heals.</summary>
internal sealed class IndexDamageException : Exception
{
    public IndexDamageException()
    {
    }

    public IndexDamageException(string message)
        : base(message)
    {
    }

    public IndexDamageException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
