using Kiosk.Ingest.Formats;
using Kiosk.Testing;

namespace Kiosk.Ingest.Tests.Stories;

/// <summary>
/// How well stories are found, through the real archive: of all pairs of texts, which end in one story, and which should? Half of the texts was
/// looked at when the rule was made; the other half was kept apart.
/// </summary>
public sealed class StoryMeasureTests
{
    private const int LookedAt = 1;
    private const int KeptApart = 0;

    [Theory]
    [InlineData(LookedAt)]
    [InlineData(KeptApart)]
    public async Task Variants_of_the_demo_newsroom_are_found_and_lookalikes_are_not(int half)
    {
        var originals = NewsText.ReadDemo().Where((_, number) => number % 2 == half).ToList();
        var texts = originals.SelectMany((text, number) => new[] { text }.Concat(Variants.SameNews(text, number)).Append(Variants.Template(text, number)).OfType<NewsText>())
            .Concat(originals.Chunk(5).Where(five => five.Length == 5).Select((five, week) => Variants.Survey(five, week)))
            .Concat(originals.Chunk(3).Select((three, week) => Variants.Weekly(three, week))).ToList();
        await MeasureAsync($"demo {half}", texts, leastPairs: 500);
    }

    [Theory]
    [InlineData(LookedAt)]
    [InlineData(KeptApart)]
    public async Task What_editors_make_of_a_press_release_is_found_and_lookalikes_are_not(int half)
    {
        var texts = NewsText.ReadByHand("overgenomen.md", areLookalikes: false).Concat(NewsText.ReadByHand("lijkt-erop.md", areLookalikes: true));
        await MeasureAsync($"by hand {half}", [.. texts.Where(text => text.Group % 2 == half).Select(text => text.Text)], leastPairs: 15);
    }

    private static async Task MeasureAsync(string name, List<NewsText> texts, int leastPairs)
    {
        await using var bench = await StoryBench.StartAsync();
        foreach (var source in texts.Select((text, number) => (Text: text, Number: number)).GroupBy(pair => pair.Text.Source))
            await bench.BringAsync(source.Key, [.. source.Select(pair => ItemOf(pair.Text, pair.Number))]);
        // The same text under two addresses is one article; that counts as found as much as a story does.
        var found = (await bench.ArticlesAsync()).SelectMany(article => article.Aliases.Where(alias => alias.Name.StartsWith("url:", StringComparison.Ordinal))
            .Select(alias => (Number: int.Parse(alias.Name.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture), Place: article.StoryId ?? -article.Id)))
            .ToDictionary(pair => pair.Number, pair => pair.Place);
        var (right, wrong, missed) = (0, new List<string>(), new List<string>());
        for (var one = 0; one < texts.Count; one++)
        {
            for (var other = one + 1; other < texts.Count; other++)
            {
                var (together, same) = (found[one] == found[other], texts[one].News == texts[other].News);
                right += together && same ? 1 : 0;
                if (together != same)
                    (same ? missed : wrong).Add($"{texts[one].News} {texts[one].Source} | {texts[other].News} {texts[other].Source}");
            }
        }

        var (precision, recall) = ((double)right / (right + wrong.Count), (double)right / (right + missed.Count));
        TestContext.Current.SendDiagnosticMessage($"{name}: {texts.Count} texts, {right + missed.Count} pairs of the same news; precision {precision:0.000}, recall {recall:0.000}");
        Assert.True(right + missed.Count >= leastPairs);
        Assert.True(precision >= 0.98, $"Precision {precision:0.000}, recall {recall:0.000}. Wrong: {string.Join("; ", wrong.Take(20))}");
        Assert.True(recall >= 0.9, $"Recall {recall:0.000}, precision {precision:0.000}. Missed: {string.Join("; ", missed.Take(40))}");
    }

    private static Item ItemOf(NewsText text, int number) => new()
    {
        Title = text.Title,
        Link = $"https://{text.Source}.example/{number}",
        Published = Sample.Morning.AddHours(-number % 48),
        Content = StoryBench.Html(text.Body),
    };
}
