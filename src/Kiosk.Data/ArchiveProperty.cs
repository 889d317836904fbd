namespace Kiosk.Data;

/// <summary>A fact about the archive as a whole.</summary>
public sealed class ArchiveProperty
{
    /// <summary>Names this archive for good. A search index that was made from another archive starts anew.</summary>
    public const string ArchiveId = "archive_id";

    /// <summary>Up to where the change feed was trimmed, as <c>transaction:sequence</c>; absent if it never was.</summary>
    public const string ChangesTrimmedTo = "changes_trimmed_to";

    /// <summary>How far a whole archive was taken in, as <c>export:line</c>; absent unless one is under way or was broken off.</summary>
    public const string Importing = "importing";

    /// <summary>How far another archive was moved in here, as JSON; absent unless that is under way or was broken off.</summary>
    public const string Moving = "moving";

    /// <summary>When a backup was put back as this archive, in ISO 8601; absent if that never happened.</summary>
    public const string RestoredAt = "restored_at";

    /// <summary>Signs the addresses of pictures, in hex; absent until the first is shown.</summary>
    public const string ImageKey = "image_key";

    /// <summary>Signs the links in letters to subscribers, in hex; absent until the first is written.</summary>
    public const string SubscriberKey = "subscriber_key";

    /// <summary>Up to where webhooks followed the change feed, as <c>transaction:sequence</c>; absent until the first was made.</summary>
    public const string WebhooksFollowedTo = "webhooks_followed_to";

    /// <summary>Up to where alerts of readers followed the change feed, as <c>transaction:sequence</c>; absent until the first was made.</summary>
    public const string AlertsFollowedTo = "alerts_followed_to";

    /// <summary>Up to where the change feed was followed to tell a WebSub hub of feeds; absent until a hub was set.</summary>
    public const string HubFollowedTo = "hub_followed_to";

    /// <summary>Up to which article laws and municipalities were read of what stood in the archive before the kiosk knew of these; <c>done</c> at the end.</summary>
    public const string PropertiesFilledTo = "properties_filled_to";

    public required string Name { get; set; }

    public required string Value { get; set; }
}
