using Kiosk.Data;
using Kiosk.Search;
using Kiosk.Web.Demo;
using Kiosk.Web.Tests.Pages;

namespace Kiosk.Web.Tests.Searching;

/// <summary>How well search answers a fixed set of judged questions over the demo newsroom. Whoever makes it worse learns of it here.</summary>
public sealed class RelevanceTests
{
    /// <summary>A little below what was measured when this was written: 0.933 and 0.960.</summary>
    private const double LeastGain = 0.9;
    private const double LeastReciprocalRank = 0.92;

    private static readonly string Judged = Path.Combine(AppContext.BaseDirectory, "Searching", "Judged", "nieuwsschap.md");

    [Fact]
    public void Judged_questions_are_answered_as_well_as_before()
    {
        var directory = Directory.CreateTempSubdirectory("kiosk-judged");
        try
        {
            using var index = SearchIndex.Open(Path.Combine(directory.FullName, "search.db"), "archive");
            var articles = DemoArchive.Read(TestKiosk.Now);
            index.Apply([.. articles.Select(Indexed)], [], new FeedPosition(0, 1));
            var questions = JudgedQuestion.ReadAll(Judged);
            var answers = questions.Select(question => (Question: question, Found: Found(index, articles, question.Text))).ToList();

            Assert.InRange(questions.Count, 40, int.MaxValue);
            Assert.Empty(questions.SelectMany(question => question.Grades.Keys).Except(articles.Select(Name)));
            var (gain, rank) = (answers.Average(answer => answer.Question.Gain(answer.Found)), answers.Average(answer => answer.Question.ReciprocalRank(answer.Found)));
            Assert.True(gain >= LeastGain && rank >= LeastReciprocalRank, Report(gain, rank, answers));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_measure_tells_a_good_order_from_a_bad_one()
    {
        var question = new JudgedQuestion("vraag", new Dictionary<string, int> { ["goed"] = 3, ["redelijk"] = 1 });

        Assert.Equal((1, 1), (question.Gain(["goed", "redelijk", "fout"]), question.ReciprocalRank(["goed", "redelijk"])));
        Assert.InRange(question.Gain(["fout", "redelijk", "goed"]), 0.4, 0.6);
        Assert.Equal(1.0 / 3, question.ReciprocalRank(["fout", "redelijk", "goed"]));
        Assert.Equal((0, 0), (question.Gain(["fout"]), question.ReciprocalRank(["fout"])));
    }

    private static string Name(DemoArticle article) => article.Path[1..];

    private static List<string> Found(SearchIndex index, IReadOnlyList<DemoArticle> articles, string text) =>
        [.. index.Search(new SearchRequest { Text = text, Take = 10 }).Hits.Select(hit => Name(articles[(int)hit.ArticleId - 1]))];

    private static IndexedArticle Indexed(DemoArticle article, int number) => new()
    {
        Id = number + 1,
        Title = article.Title,
        Lead = article.Lead,
        Body = article.Body,
        Url = $"https://demo.example{article.Path}",
        Published = article.Published ?? TestKiosk.Now,
        Kind = Names.Of(article.Kind),
        Source = article.Source,
        Topics = article.Topics,
        TopicNames = [.. DemoTopic.All.Where(topic => article.Topics.Contains(topic.Id)).Select(topic => topic.Name)],
        Authors = article.Authors,
    };

    private static string Report(double gain, double rank, IEnumerable<(JudgedQuestion Question, List<string> Found)> answers) =>
        FormattableString.Invariant($"nDCG@10 {gain:0.000}, MRR {rank:0.000}. The worst:\n") + string.Join('\n', answers
            .OrderBy(answer => answer.Question.Gain(answer.Found)).Take(12)
            .Select(answer => FormattableString.Invariant($"{answer.Question.Gain(answer.Found):0.00} {answer.Question.Text}: {string.Join(", ", answer.Found.Take(5))}")));
}
