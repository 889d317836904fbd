using System.Globalization;
using Kiosk.Data;
using Kiosk.Search;
using Kiosk.Search.Queries;
using Kiosk.Web.Demo;
using Kiosk.Web.Editions;
using Kiosk.Web.Tests.Pages;

namespace Kiosk.Web.Tests.Editions;

/// <summary>
/// How good editions are, measured on the demo newsroom with readers whose interests are known: nDCG@9 (Järvelin and Kekäläinen 2002, gains 2^g - 1) over
/// five mornings, in which no piece comes twice. The figures stand in docs/notes/editions.md.
/// </summary>
public sealed class EditionQualityTests(ITestOutputHelper output)
{
    private const int Seats = 9;
    private const int Mornings = 5;

    private static readonly List<PieceFacts> Newsroom = ReadNewsroom();
    private static readonly List<SimulatedReader> Readers = MakeReaders();

    private delegate IReadOnlyList<PieceFacts> Chooser(SimulatedReader reader, IReadOnlyList<PieceFacts> pieces, DateTimeOffset now);

    [Fact]
    public void Editions_fit_their_readers_better_than_the_newest_or_the_most_read()
    {
        var (personal, newest, mostRead) = (Measure(Personal), Measure(Newest), Measure(MostRead));

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"nDCG@9 over {Readers.Count} readers: personal {personal:0.000}, newest first {newest:0.000}, most read {mostRead:0.000}"));
        Assert.True(personal > 0.70, $"nDCG@9 fell to {personal}");
        Assert.True(personal > newest + 0.15, $"{personal} is hardly better than newest first: {newest}");
        Assert.True(personal > mostRead + 0.15, $"{personal} is hardly better than most read: {mostRead}");
    }

    [Fact]
    public void Editions_are_diverse_in_source_and_kind()
    {
        var editions = Readers.Select(reader => Personal(reader, Before(TestKiosk.Now), TestKiosk.Now)).ToList();
        Assert.All(editions, edition => Assert.True(edition.Select(piece => piece.SourceId).Distinct().Count() >= 5));
        Assert.All(editions, edition => Assert.True(edition.Select(piece => piece.Kind).Distinct().Count() >= 4));
    }

    private static double Measure(Chooser choose) => Readers.Average(reader =>
    {
        var had = new HashSet<long>();
        return Enumerable.Range(0, Mornings).Average(morning =>
        {
            var now = TestKiosk.Now.AddDays(morning - Mornings + 1);
            var pieces = Before(now).Where(piece => !had.Contains(piece.Id)).ToList();
            var edition = choose(reader, pieces, now);
            had.UnionWith(edition.Select(piece => piece.Id));
            return Ndcg(edition.Select(piece => reader.Gain(piece, now)), pieces.Select(piece => reader.Gain(piece, now)));
        });
    });

    private static IReadOnlyList<PieceFacts> Personal(SimulatedReader reader, IReadOnlyList<PieceFacts> pieces, DateTimeOffset now)
    {
        var start = TestKiosk.Now.AddDays(-Mornings);
        var taste = reader.Known(Newsroom.Where(piece => piece.PublishedAt < start && piece.PublishedAt > start.AddDays(-14)), start);
        return [.. EditionChoice.Choose(Seats, [], pieces, taste, now).OrderByDescending(piece => PieceScore.Of(piece.Piece, taste, now).Value).Select(piece => piece.Piece)];
    }

    private static IReadOnlyList<PieceFacts> Newest(SimulatedReader reader, IReadOnlyList<PieceFacts> pieces, DateTimeOffset now) =>
        [.. pieces.OrderByDescending(piece => piece.PublishedAt).Take(Seats)];

    private static IReadOnlyList<PieceFacts> MostRead(SimulatedReader reader, IReadOnlyList<PieceFacts> pieces, DateTimeOffset now) =>
        [.. pieces.OrderByDescending(piece => Readers.Count(other => other.Gain(piece, now) >= 2)).ThenByDescending(piece => piece.PublishedAt).Take(Seats)];

    private static double Ndcg(IEnumerable<int> chosen, IEnumerable<int> all)
    {
        var ideal = Dcg(all.OrderDescending());
        return ideal == 0 ? 1 : Dcg(chosen) / ideal;
    }

    private static double Dcg(IEnumerable<int> gains) => gains.Take(Seats).Select((gain, place) => (Math.Pow(2, gain) - 1) / Math.Log2(place + 2)).Sum();

    private static IReadOnlyList<PieceFacts> Before(DateTimeOffset now) =>
        [.. Newsroom.Where(piece => piece.PublishedAt <= now && piece.PublishedAt > now.AddDays(-Candidates.Days))];

    /// <summary>As the kiosk would tag it: by the demo's rules.</summary>
    private static List<PieceFacts> ReadNewsroom()
    {
        var rules = DemoTopic.All.Select(topic => Query.Parse(topic.Rule)).ToList();
        var sources = DemoSource.All.Select(source => source.Id).ToList();
        return [.. DemoArchive.Read(TestKiosk.Now).Where(article => article.Published is not null).Select((article, number) =>
        {
            var indexed = new IndexedArticle { Id = number + 1, Title = article.Title, Lead = article.Lead, Body = article.Body, Url = article.Path, Published = article.Published!.Value };
            return new PieceFacts
            {
                Id = indexed.Id,
                SourceId = sources.IndexOf(article.Source) + 1,
                Kind = article.Kind,
                PublishedAt = indexed.Published,
                Topics = [.. Enumerable.Range(0, rules.Count).Where(topic => rules[topic].Matches(indexed)).Select(topic => topic + 1)],
                HasLead = true,
            };
        })];
    }

    /// <summary>Each topic is the first interest of one reader, with two others that lie a fixed way off.</summary>
    private static List<SimulatedReader> MakeReaders()
    {
        var (topics, sources) = (DemoTopic.All.Count, DemoSource.All.Count);
        int Topic(int number) => (number % topics) + 1;
        return [.. Enumerable.Range(0, topics).Select(number => new SimulatedReader(
            DemoTopic.All[number].Name, [Topic(number), Topic(number + 4), Topic(number + 9)], (number % sources) + 1, Topic(number + 7)))];
    }
}
