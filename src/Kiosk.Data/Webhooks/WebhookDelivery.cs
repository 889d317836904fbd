namespace Kiosk.Data.Webhooks;

/// <summary>One message to one webhook. It is sent at least once, each time under the same id.</summary>
public sealed class WebhookDelivery
{
    public long Id { get; set; }

    public long WebhookId { get; set; }

    public Webhook? Webhook { get; set; }

    /// <summary>The header <c>webhook-id</c>: who receives it twice knows it by this.</summary>
    public required string MessageId { get; set; }

    /// <summary>What it tells of; null for a test.</summary>
    public long? ArticleId { get; set; }

    public Article? Article { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>When it is sent (again). While a node sends it, the moment at which another may take over. Null once it arrived.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }

    public DateTimeOffset? LastAttemptAt { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>Of the last attempt; null if no answer came.</summary>
    public int? HttpStatus { get; set; }

    /// <summary>How the last attempt ended, in Dutch; null before the first.</summary>
    public string? Message { get; set; }
}
