namespace Kiosk.Data.Digests;

/// <summary>How far a delivery is. The first two are under way, the others an end.</summary>
public enum DeliveryState
{
    Waiting,

    /// <summary>A node holds its lease. After a crash it is taken up again once the lease lapsed.</summary>
    Claimed,

    /// <summary>A mail server took it. A bounce that comes later changes this.</summary>
    Sent,

    /// <summary>There was nothing on her topics, so nothing was sent.</summary>
    Empty,

    /// <summary>It did not arrive, for a reason that may pass (a full mailbox).</summary>
    SoftBounced,

    /// <summary>It will never arrive (no such address).</summary>
    HardBounced,

    /// <summary>Tried too often.</summary>
    GivenUp,

    /// <summary>Older than mail may be when its turn came, as after the restoring of a backup.</summary>
    TooLate,
}
