using System.Text.RegularExpressions;

namespace Kiosk.Ingest.Tests.Stories;

/// <summary>A text with the answer: texts with the same <see cref="News"/> tell the same news, all others do not.</summary>
/// <param name="News">Names the news.</param>
/// <param name="Source">Who publishes it.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Paragraphs">Its text.</param>
internal sealed partial record NewsText(string News, string Source, string Title, IReadOnlyList<string> Paragraphs)
{
    public string Body => string.Join('\n', Paragraphs);

    /// <summary>
    /// Texts written by hand: <c># news</c>, then for each text <c>## source: headline</c> and paragraphs. In a file of lookalikes every text is news of its own.
    /// </summary>
    public static IReadOnlyList<(int Group, NewsText Text)> ReadByHand(string file, bool areLookalikes)
    {
        var texts = new List<(int Group, NewsText Text)>();
        var (group, news) = (0, "");
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Stories", file)).Where(line => line.Length > 0))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
                (group, news) = (group + 1, line[2..]);
            else if (line.StartsWith("## ", StringComparison.Ordinal) && line[3..].Split(": ", 2) is [var source, var title])
                texts.Add((group, new NewsText(areLookalikes ? $"{news}-{texts.Count}" : news, source, title, [])));
            else
                texts[^1] = (group, texts[^1].Text with { Paragraphs = [.. texts[^1].Text.Paragraphs, line] });
        }

        return texts;
    }

    /// <summary>The articles of the demo newsroom that are no events, in the order of their files.</summary>
    public static IReadOnlyList<NewsText> ReadDemo() =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "DemoArticles"), "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Where(file => !file.Contains("kalender", StringComparison.Ordinal)).Select(ReadDemo)];

    private static NewsText ReadDemo(string file)
    {
        var parts = File.ReadAllText(file).Split("---\n", 3);
        var fields = parts[1].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[^1]);
        var source = Path.GetFileName(Path.GetDirectoryName(file)!);
        return new NewsText(
            $"{source}/{Path.GetFileNameWithoutExtension(file)}", source, fields["title"],
            [fields["lead"], .. parts[2].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Markup().Replace(line, "").Trim()).Where(line => line.Length > 0)]);
    }

    [GeneratedRegex(@"^(#+|>|-|\d+\.)\s|\*+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Markup();
}
