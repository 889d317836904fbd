using Kiosk.Search.Queries;
using Kiosk.Search.Ranking;

namespace Kiosk.Search.Tests.Queries;

public sealed class QueryMatchesTests
{
    private static readonly IndexedArticle Article = Articles.One(
        1, "Gemeenten helpen bij schulden", "Recht op hulp van de gemeente. De WOZ-waarde en de belastingaanvraag.", lead: "Financiële nood.");

    [Theory]
    [InlineData("schuld", true)]
    [InlineData("gemeente schulden", true)]
    [InlineData("financiele nood", true)]
    [InlineData("incasso", false)]
    [InlineData("schuld -incasso", true)]
    [InlineData("schuld -hulp", false)]
    [InlineData("incasso OF hulp", true)]
    [InlineData("\"recht op hulp\"", true)]
    [InlineData("\"recht hulp\"", false)]
    [InlineData("\"schulden financiële\"", false)]
    [InlineData("belastingaanvraa*", true)]
    [InlineData("belastingx*", false)]
    [InlineData("wozwaarde", true)]
    [InlineData("WOZ-waarde", true)]
    [InlineData("waarde", true)]
    [InlineData("", true)]
    [InlineData("-incasso", true)]
    public void One_article_is_decided_without_an_index(string question, bool matches) =>
        Assert.Equal(matches, Query.Parse(question).Matches(Article));

    [Fact]
    public void The_index_finds_exactly_what_matches()
    {
        var random = new Random(42);
        var articles = Enumerable.Range(1, 60)
            .Select(id => Articles.One(id, RandomQuestions.Text(random, 2), RandomQuestions.Text(random, random.Next(6)), id, RandomQuestions.Text(random, random.Next(3))))
            .ToArray();
        using var index = new TempIndex();
        foreach (var batch in articles.Chunk(7))
            index.Put(batch);
        for (var i = 0; i < 3_000; i++)
        {
            var question = RandomQuestions.Next(random);
            var query = Query.Parse(question);
            var expected = articles.Where(query.Matches).Select(article => article.Id).Order();
            var page = index.Index.Search(new SearchRequest { Text = question, Take = 100 });
            var found = page.Hits.Where(hit => !hit.Partial).Select(hit => hit.ArticleId).Order();
            Assert.Equal((question, string.Join(' ', expected)), (question, string.Join(' ', found)));
            Assert.Equal(page.Whole, page.Hits.Count(hit => !hit.Partial));
        }
    }

    [Fact]
    public void A_rule_finds_in_the_index_what_it_would_tag_whatever_is_tagged_already()
    {
        var random = new Random(43);
        var articles = Enumerable.Range(1, 60)
            .Select(id => Articles.One(id, RandomQuestions.Text(random, 2), RandomQuestions.Text(random, random.Next(6)), id, RandomQuestions.Text(random, random.Next(3))))
            .ToArray();
        using var index = new TempIndex();
        foreach (var batch in articles.Select(article => article with { Topics = ["t"], TopicNames = [RandomQuestions.Text(random, 2)] }).Chunk(7))
            index.Put(batch);
        foreach (var question in Enumerable.Range(0, 400).Select(_ => RandomQuestions.Next(random)).Append("onderwerp:t"))
        {
            var query = Query.Parse(question);
            var expected = articles.Where(query.Matches).Select(article => article.Id).Order();
            Assert.Equal((question, string.Join(' ', expected)), (question, string.Join(' ', RuleMatches.In(index.Index, query)!.Order())));
        }
    }
}
