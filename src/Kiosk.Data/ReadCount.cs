namespace Kiosk.Data;

/// <summary>How much was read of something in one week. It says nothing of who read.</summary>
public sealed class ReadCount
{
    /// <summary>The Monday, in Dutch time.</summary>
    public DateOnly Week { get; set; }

    public ReadSubject About { get; set; }

    /// <summary>The id of the article, topic or source; 0 for what has none.</summary>
    public long SubjectId { get; set; }

    public int Reads { get; set; }

    /// <summary>At least so many different people; 0 if that is not known.</summary>
    public int Readers { get; set; }
}

public enum ReadSubject
{
    /// <summary>All reading together.</summary>
    Alles,

    Stuk,

    Onderwerp,

    Bron,

    /// <summary>All searching together.</summary>
    Zoeken,
}
