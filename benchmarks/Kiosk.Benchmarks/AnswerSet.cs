using System.Text.Json;
using Kiosk.Data;
using Kiosk.Search;
using Kiosk.Web.Demo;
using Kiosk.Web.Tests.Searching;

namespace Kiosk.Benchmarks;

/// <summary>Articles, and questions of which is known what answers them.</summary>
/// <param name="articles">What is searched.</param>
/// <param name="questions">With grades by address.</param>
/// <param name="isGraded">Whether answers are graded; else each question has one right answer.</param>
internal sealed class AnswerSet(IReadOnlyList<IndexedArticle> articles, IReadOnlyList<JudgedQuestion> questions, bool isGraded)
{
    private const int Depth = 10;
    private const int LeadLength = 400;

    public static AnswerSet OfFolder(string folder)
    {
        var articles = Lines(Path.Combine(folder, "documents.jsonl")).Select((line, number) => new IndexedArticle
        {
            Id = number + 1,
            Title = Text(line, "title"),
            Lead = Beginning(Text(line, "text")),
            Body = Text(line, "text"),
            Url = Text(line, "url"),
            Published = DateTimeOffset.Parse(Text(line, "published"), System.Globalization.CultureInfo.InvariantCulture),
            Kind = "nieuws",
            Source = "bron",
        });
        var questions = Lines(Path.Combine(folder, "queries.jsonl")).Select(line => new JudgedQuestion(Text(line, "q"), new Dictionary<string, int> { [Text(line, "url")] = 1 }));
        return new AnswerSet([.. articles], [.. questions], isGraded: false);
    }

    public static AnswerSet OfNewsroom()
    {
        var now = new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);
        var articles = DemoArchive.Read(now).Select((article, number) => new IndexedArticle
        {
            Id = number + 1,
            Title = article.Title,
            Lead = article.Lead,
            Body = article.Body,
            Url = article.Path[1..],
            Published = article.Published ?? now,
            Kind = Names.Of(article.Kind),
            Source = article.Source,
            Topics = article.Topics,
            TopicNames = [.. DemoTopic.All.Where(topic => article.Topics.Contains(topic.Id)).Select(topic => topic.Name)],
        });
        return new AnswerSet([.. articles], JudgedQuestion.ReadAll(Path.Combine(AppContext.BaseDirectory, "nieuwsschap.md")), isGraded: true);
    }

    /// <summary>The figures, as cells of a table.</summary>
    public string Measure()
    {
        var directory = Directory.CreateTempSubdirectory("kiosk-bench-");
        using var index = SearchIndex.Open(Path.Combine(directory.FullName, "search.db"), "bench");
        index.Apply(articles, [], new FeedPosition(0, 1));
        var answers = questions.Select(question => (Question: question, Found: Found(index, question.Text))).ToList();
        directory.Delete(recursive: true);
        var ranks = answers.Select(answer => answer.Question.ReciprocalRank(answer.Found)).ToList();
        return isGraded
            ? FormattableString.Invariant($"{answers.Average(answer => answer.Question.Gain(answer.Found)):0.000} | {ranks.Average():0.000}")
            : FormattableString.Invariant($"{ranks.Average():0.000} | {Half(ranks, 0):0.000}, {Half(ranks, 1):0.000} | {Share(ranks, 1):P1} | {Share(ranks, 1.0 / Depth):P1}");
    }

    private List<string> Found(SearchIndex index, string text) =>
        [.. index.Search(new SearchRequest { Text = text, Take = Depth }).Hits.Select(hit => articles[(int)hit.ArticleId - 1].Url)];

    private static double Half(List<double> ranks, int odd) => ranks.Where((_, number) => number % 2 == odd).Average();

    private static double Share(List<double> ranks, double least) => ranks.Count(rank => rank >= least) / (double)ranks.Count;

    private static string Beginning(string text) => text.Length <= LeadLength ? text : text[..Math.Max(text.LastIndexOf(' ', LeadLength), 0)];

    private static IEnumerable<JsonElement> Lines(string file) => File.ReadLines(file).Select(line => JsonDocument.Parse(line).RootElement);

    private static string Text(JsonElement line, string name) => line.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
