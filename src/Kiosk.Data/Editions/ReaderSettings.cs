namespace Kiosk.Data.Editions;

/// <summary>How somebody wants her kiosk. No row: as it comes.</summary>
public sealed class ReaderSettings
{
    public const int UsualSize = 9;
    public const int SmallestSize = 3;
    public const int LargestSize = 20;

    public Guid UserId { get; set; }

    /// <summary>Pieces in her edition.</summary>
    public int EditionSize { get; set; } = UsualSize;

    /// <summary>Whether she hears by mail that something on her lists was replaced.</summary>
    public bool MailsReplacements { get; set; }

    /// <summary>When she chose topics and role, or passed that over; null as long as she may be asked.</summary>
    public DateTimeOffset? WelcomedAt { get; set; }
}
