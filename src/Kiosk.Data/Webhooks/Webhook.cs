namespace Kiosk.Data.Webhooks;

/// <summary>An address elsewhere that is told of every article as soon as readers can see it.</summary>
public sealed class Webhook
{
    public long Id { get; set; }

    public required string Name { get; set; }

    /// <summary>Absolute; https, or http for a host that the operator allows.</summary>
    public required string Url { get; set; }

    /// <summary>What messages are signed with, encrypted with the kiosk's own keys.</summary>
    public required string Secret { get; set; }

    /// <summary>The secret before it; null if there is none that still signs.</summary>
    public string? PreviousSecret { get; set; }

    /// <summary>Until when messages carry the signature of that one too.</summary>
    public DateTimeOffset? PreviousUntil { get; set; }

    /// <summary>The last <see cref="ArticlePublication"/> that it is not told of.</summary>
    public long SincePublication { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Since when nothing is sent; null while it is on. What is published meanwhile waits.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>Why, in Dutch, for editors; null while it is on.</summary>
    public string? DisabledReason { get; set; }
}

/// <summary>That an article could be seen by readers for the first time; written by triggers only.</summary>
public sealed class ArticlePublication
{
    public long Id { get; init; }

    public long ArticleId { get; init; }
}
