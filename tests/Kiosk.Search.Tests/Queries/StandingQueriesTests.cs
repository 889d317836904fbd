using Kiosk.Search.Queries;

namespace Kiosk.Search.Tests.Queries;

public sealed class StandingQueriesTests
{
    private static readonly string[] Fields =
        ["soort:nieuws", "soort:wet", "bron:nos", "titel:schuld", "titel:schul*", "auteur:wit", "-soort:nieuws", "na:2026", "onderwerp:wsnp", "bron:nos OF schuld"];

    [Fact]
    public void They_find_exactly_what_each_would_match()
    {
        var random = new Random(11);
        var queries = Enumerable.Range(0, 2_000).Select(number => KeyValuePair.Create((long)number, Query.Parse(Question(random)))).ToList();
        var standing = new StandingQueries(queries);
        Assert.Equal(2_000, standing.Count);
        for (var id = 1; id <= 60; id++)
        {
            var article = Article(random, id);
            Assert.Equal(queries.Where(query => query.Value.Matches(article)).Select(query => query.Key), standing.Matching(article));
        }
    }

    private static string Question(Random random) =>
        random.Next(3) == 0 ? $"{RandomQuestions.Next(random)} {Fields[random.Next(Fields.Length)]}" : RandomQuestions.Next(random);

    private static IndexedArticle Article(Random random, int id) =>
        Articles.One(id, RandomQuestions.Text(random, 3), RandomQuestions.Text(random, random.Next(8)), id) with
        {
            Kind = random.Next(2) == 0 ? "nieuws" : "wet",
            Source = random.Next(2) == 0 ? "nos" : "nibud",
            Authors = random.Next(2) == 0 ? ["De Wit"] : [],
            Topics = random.Next(2) == 0 ? ["wsnp"] : [],
        };
}
