namespace Kiosk.Data.Digests;

/// <summary>How many came and went on a day. Numbers alone: of who leaves nothing else stays.</summary>
public sealed class SubscriptionDay
{
    /// <summary>On the readers' calendar.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Addresses for which a link to confirm was mailed.</summary>
    public int Asked { get; set; }

    public int Joined { get; set; }

    public int Departed { get; set; }

    /// <summary>No longer mailed because mail does not arrive.</summary>
    public int Stopped { get; set; }
}
