namespace Kiosk.Data.Digests;

/// <summary>How often somebody came to the web on a day from letters of one week. A number, and nothing about whom.</summary>
public sealed class DigestVisits
{
    /// <summary>The Monday of the week of the letters.</summary>
    public DateOnly Week { get; set; }

    /// <summary>On the readers' calendar.</summary>
    public DateOnly Day { get; set; }

    public int Visits { get; set; }
}
