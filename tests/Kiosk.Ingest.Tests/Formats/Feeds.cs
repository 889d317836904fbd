using System.Text;
using Kiosk.Ingest.Formats;

namespace Kiosk.Ingest.Tests.Formats;

/// <summary>The feeds in Fixtures/Feeds, and short ones written in place.</summary>
internal static class Feeds
{
    public static readonly Uri Address = new("https://bron.example/feeds/nieuws.xml");

    private static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures", "Feeds");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static FeedReading Read(string name, string? contentType = null) => FeedReader.Read(Bytes(name), contentType, Address);

    public static FeedReading ReadText(string text) => FeedReader.Read(Encoding.UTF8.GetBytes(text), null, Address);

    /// <summary>An RSS feed of one item with these elements in it.</summary>
    public static Item Item(string elements) => Assert.Single(
        ReadText($"<rss version=\"2.0\"><channel><title>Proef</title><item>{elements}</item></channel></rss>").Feed!.Items);

    /// <summary>An Atom feed of one entry with these elements in it.</summary>
    public static Item Entry(string elements) => Assert.Single(
        ReadText($"<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Proef</title><entry>{elements}</entry></feed>").Feed!.Items);
}
