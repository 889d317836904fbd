using System.Globalization;
using System.Text.RegularExpressions;

namespace Kiosk.Search.Tests.Specs;

/// <summary>
/// Runs the cases in the Markdown files beside it. A heading is a case; each line "- name: title | text | date" is an article; each line
/// "Zoek: …" a question, and "Vind: …" the names expected, best first ("niets" for none; a name in brackets is a partial match).
/// </summary>
public sealed partial class SpecTests
{
    public static TheoryData<string> Cases => [.. ReadAll().Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_order_is_as_a_reader_expects(string name)
    {
        var lines = ReadAll()[name];
        var articles = lines.Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(ToArticle).ToList();
        using var index = new TempIndex([.. articles.Select(pair => pair.Article)]);
        var questions = lines.Where(line => line.StartsWith("Zoek: ", StringComparison.Ordinal)).Select(line => line[6..]).ToList();
        var expected = lines.Where(line => line.StartsWith("Vind: ", StringComparison.Ordinal)).Select(line => line[6..]).ToList();
        Assert.NotEmpty(questions);
        Assert.Equal(questions.Count, expected.Count);
        foreach (var (question, wanted) in questions.Zip(expected))
            Assert.Equal((question, wanted), (question, Found(index, articles, question)));
    }

    private static string Found(TempIndex index, List<(string Name, IndexedArticle Article)> articles, string question)
    {
        var names = index.Search(question).Hits.Select(hit =>
        {
            var name = articles[(int)hit.ArticleId - 1].Name;
            return hit.Partial ? $"({name})" : name;
        });
        return string.Join(", ", names.DefaultIfEmpty("niets"));
    }

    private static (string Name, IndexedArticle Article) ToArticle(string line, int number)
    {
        var match = ArticleLine().Match(line);
        Assert.True(match.Success, line);
        var date = match.Groups["date"].Value is { Length: > 0 } given ? given : "2026-01-01";
        var article = Articles.One(number + 1, match.Groups["title"].Value, match.Groups["text"].Value) with
        {
            Published = DateTimeOffset.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        };
        return (match.Groups["name"].Value, article);
    }

    private static Dictionary<string, List<string>> ReadAll()
    {
        var cases = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Specs"), "*.md"))
        {
            List<string>? current = null;
            foreach (var line in File.ReadLines(file))
            {
                if (line.StartsWith("## ", StringComparison.Ordinal))
                    cases.Add($"{Path.GetFileNameWithoutExtension(file)}: {line[3..]}", current = []);
                else
                    current?.Add(line);
            }
        }
        return cases;
    }

    [GeneratedRegex(@"^- (?<name>[^:]+): (?<title>[^|]+?)( \| (?<text>[^|]*?))?( \| (?<date>\d{4}-\d\d-\d\d))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ArticleLine();
}
