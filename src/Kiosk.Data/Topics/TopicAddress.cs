namespace Kiosk.Data.Topics;

/// <summary>A slug under which a topic stood before. Whoever comes by it is sent on.</summary>
public sealed class TopicAddress
{
    public required string Slug { get; set; }

    public int TopicId { get; set; }
}
