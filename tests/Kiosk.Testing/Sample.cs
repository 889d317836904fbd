using Kiosk.Data;

namespace Kiosk.Testing;

/// <summary>Rows that tests can vary.</summary>
public static class Sample
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    public static Source Source(string slug = "demobron") => new()
    {
        Slug = slug,
        Name = "Demobron " + slug,
        Url = $"https://{slug}.example/feed",
        NextCheckAt = Morning,
    };

    public static Article Article(int sourceId, string title = "Eerder hulp bij schulden") => new()
    {
        SourceId = sourceId,
        Title = title,
        Url = "https://demobron.example/" + Uri.EscapeDataString(title),
        ContentHash = title,
        PublishedAt = Morning,
        FirstSeenAt = Morning,
        ChangedAt = Morning,
    };

    public static Topic Topic(string slug = "wsnp") => new() { Slug = slug, Name = slug.ToUpperInvariant() };
}
