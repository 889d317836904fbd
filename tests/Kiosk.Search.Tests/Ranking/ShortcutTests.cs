using Kiosk.Search.Queries;
using Kiosk.Search.Tests.Queries;

namespace Kiosk.Search.Tests.Ranking;

/// <summary>The index passes over what cannot be among the best and counts by sets: that must not show.</summary>
public sealed class ShortcutTests
{
    private const int Take = 7;

    [Theory]
    [InlineData(SearchOrder.Relevance)]
    [InlineData(SearchOrder.Newest)]
    public void The_best_are_those_that_ranking_every_match_gives(SearchOrder order)
    {
        var random = new Random(3);
        var articles = Enumerable.Range(1, 400).Select(id => Random(random, id)).ToArray();
        using var index = Filled(articles);
        for (var i = 0; i < 150; i++)
        {
            var question = RandomQuestions.Next(random);
            var query = Query.Parse(question);
            var page = index.Index.Search(new() { Text = question, Take = Take, Order = order });
            if (page.Whole < Take || query is AllQuery or NotQuery)
                continue;
            var ranked = articles.Where(query.Matches)
                .Select(article => (Article: article, Score: order == SearchOrder.Newest ? 0 : index.Index.Explain(question, article.Id)!.Value))
                .OrderByDescending(found => found.Score).ThenByDescending(found => found.Article.Published).ThenByDescending(found => found.Article.Id)
                .DistinctBy(found => found.Article.StoryId ?? -found.Article.Id).Take(Take).Select(found => found.Article.Id);
            Assert.Equal((question, string.Join(' ', ranked)), (question, string.Join(' ', page.Hits.Select(hit => hit.ArticleId))));
        }
    }

    [Theory]
    [InlineData("schuld")]
    [InlineData("")]
    [InlineData("financiële gemeenten")]
    public void Facets_count_each_match_once_for_each_of_its_values(string question)
    {
        var random = new Random(4);
        var articles = Enumerable.Range(1, 400).Select(id => Random(random, id) with { StoryId = null }).ToArray();
        using var index = Filled(articles);
        var facets = index.Index.Search(new() { Text = question, WithFacets = true }).Facets;
        var matches = articles.Where(Query.Parse(question).Matches).ToList();
        Assert.True(matches.Count > 10);
        Assert.Equal(Counts(matches.Select(article => article.Kind)), Counts(facets[Facet.Kind]));
        Assert.Equal(Counts(matches.SelectMany(article => article.Topics.Distinct())), Counts(facets[Facet.Topic]));
        Assert.Equal(Counts(matches.Select(article => article.Source)), Counts(facets[Facet.Source]));
    }

    private static IndexedArticle Random(Random random, int id) =>
        Articles.One(id, RandomQuestions.Text(random, 3), RandomQuestions.Text(random, random.Next(12)), random.Next(2_000), RandomQuestions.Text(random, random.Next(3))) with
        {
            Kind = random.Next(2) == 0 ? "nieuws" : "wet",
            Source = $"bron-{random.Next(90)}",
            Topics = [$"t{random.Next(3)}", $"t{random.Next(3)}"],
            StoryId = random.Next(3) == 0 ? random.Next(40) : null,
            IsPick = random.Next(9) == 0,
            SupersededBy = random.Next(9) == 0 ? 1 : null,
        };

    private static TempIndex Filled(IndexedArticle[] articles)
    {
        var index = new TempIndex();
        foreach (var batch in articles.Chunk(150))
            index.Put(batch);
        return index;
    }

    private static string Counts(IEnumerable<string> values) =>
        string.Join(", ", values.GroupBy(value => value).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => $"{same.Key} {same.Count()}"));

    private static string Counts(IEnumerable<FacetCount> counts) =>
        string.Join(", ", counts.OrderBy(count => count.Value, StringComparer.Ordinal).Select(count => $"{count.Value} {count.Count}"));
}
