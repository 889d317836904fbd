namespace Kiosk.Data.Lists;

/// <summary>
/// Somebody with whom a list is shared, by the address that its owner typed. Whether there is an account with it is not told: the row waits for it.
/// </summary>
public sealed class ListMember
{
    public long ListId { get; set; }

    public ReadingList? List { get; set; }

    /// <summary>In lower case.</summary>
    public required string Email { get; set; }

    /// <summary>Whose address it was; null as long as nobody with an account has it.</summary>
    public Guid? UserId { get; set; }

    /// <summary>False: she may only read it.</summary>
    public bool CanEdit { get; set; }

    public DateTimeOffset AddedAt { get; set; }
}
