namespace Kiosk.Data;

/// <summary>How often something was searched for on one day. It says nothing of who asked.</summary>
public sealed class SearchQuestion
{
    /// <summary>In Dutch time.</summary>
    public DateOnly Day { get; set; }

    /// <summary>In lower case, without signs; only what looks like words is kept.</summary>
    public required string Question { get; set; }

    /// <summary>Searches, those that found nothing included.</summary>
    public int Asked { get; set; }

    /// <summary>Searches that found nothing.</summary>
    public int FoundNothing { get; set; }

    /// <summary>Articles opened from the results.</summary>
    public int Opened { get; set; }
}
