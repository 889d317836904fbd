using Kiosk.Ingest.Formats;

namespace Kiosk.Ingest.Tests.Formats;

public sealed class MutatedFeedTests
{
    private const int MutationsPerFeed = 200;

    private static readonly byte[][] Splices =
    [
        "<"u8.ToArray(), ">"u8.ToArray(), "&"u8.ToArray(), "\""u8.ToArray(), "<item>"u8.ToArray(), "</channel>"u8.ToArray(), "<![CDATA["u8.ToArray(), "]]>"u8.ToArray(),
        "<!--"u8.ToArray(), "<!DOCTYPE a ["u8.ToArray(), "&#xD800;"u8.ToArray(), "&#99999999999;"u8.ToArray(), [0], [0xFF, 0xFE], [0xC3], "xmlns:a='b'"u8.ToArray(), "xml:base='::'"u8.ToArray(),
    ];

    public static TheoryData<string> Names => [.. Feeds.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_mutation_of_a_feed_throws_or_yields_more_than_it_holds(string name)
    {
        var original = Feeds.Bytes(name);
        var random = new Random(20261120);
        for (var round = 0; round < MutationsPerFeed; round++)
        {
            var body = Mutated(original, random);
            var reading = FeedReader.Read(body, round % 5 == 0 ? "text/xml; charset=windows-1252" : null, Feeds.Address);
            Assert.True(reading.Feed is null == reading.Problem is not null, $"round {round}");
            if (reading.Feed is null)
                continue;
            Assert.True(reading.Feed.Items.Count <= body.Length / 6, $"round {round}");
            Assert.All(reading.Feed.Items, NoBlanks);
        }
    }

    private static void NoBlanks(Item item)
    {
        foreach (var text in new[] { item.Id, item.Title, item.Link, item.Summary, item.Content, item.Image, item.Language }.Concat(item.Authors).Concat(item.Categories))
            Assert.True(text is null || !string.IsNullOrWhiteSpace(text));
    }

    private static byte[] Mutated(byte[] original, Random random)
    {
        var body = original.ToList();
        for (var changes = random.Next(1, 6); changes > 0 && body.Count > 1; changes--)
        {
            var place = random.Next(body.Count);
            switch (random.Next(5))
            {
                case 0:
                    body[place] = (byte)random.Next(256);
                    break;
                case 1:
                    body.RemoveRange(place, Math.Min(random.Next(1, 40), body.Count - place));
                    break;
                case 2:
                    body.InsertRange(place, Splices[random.Next(Splices.Length)]);
                    break;
                case 3:
                    body.InsertRange(place, body.GetRange(random.Next(body.Count), 1));
                    break;
                default:
                    if (random.Next(4) == 0)
                        body.RemoveRange(place, body.Count - place);
                    break;
            }
        }
        return [.. body];
    }
}
