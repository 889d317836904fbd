using Kiosk.Ingest.Formats;
using Kiosk.Web.Tests.Pages;

namespace Kiosk.Web.Tests.Lists;

public sealed class ListFilesTests(NewsstandKiosk newsstand)
{
    [Theory]
    [InlineData("rss.xml")]
    [InlineData("atom.xml")]
    [InlineData("feed.json")]
    public async Task The_feed_of_a_list_gives_no_more_than_its_sources_allow(string file)
    {
        using var answer = await newsstand.Kiosk.GetAsync($"/lijst/1/bestand/{file}");
        var feed = FeedReader.Read(await answer.Content.ReadAsByteArrayAsync(), answer.Content.Headers.ContentType?.ToString(), null).Feed!;
        var items = feed.Items.ToDictionary(item => item.Id!.Split('/')[^1]);
        Assert.Equal("Dossier over schulden", feed.Title);
        Assert.Equal(["1", "2", "3", "4", "5"], items.Keys.Order());
        Assert.Contains(Newsstand.Secret, items["1"].Content, StringComparison.Ordinal);
        Assert.True(string.IsNullOrEmpty(items["3"].Summary) && string.IsNullOrEmpty(items["3"].Content));
        Assert.EndsWith("…", items["2"].Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("schulden61", items["2"].Summary + items["2"].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markdown_keeps_order_headings_and_notes_and_lets_nothing_become_markup()
    {
        using var answer = await newsstand.Kiosk.GetAsync("/lijst/1/bestand/lijst.md");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.StartsWith("# Dossier over schulden\n", text, StringComparison.Ordinal);
        Assert.Contains("\n> Wat doen wij? \\<script", text, StringComparison.Ordinal);
        Assert.Contains("\n## Achtergrond ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", text.Replace("\\<script", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(Newsstand.Secret, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lijst.ris", "TY  - ", 5)]
    [InlineData("lijst.bib", "@", 5)]
    [InlineData("lijst.opml", "type=\"link\"", 5)]
    public async Task Exports_hold_every_article(string file, string mark, int count)
    {
        using var answer = await newsstand.Kiosk.GetAsync($"/lijst/1/bestand/{file}");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(count, text.Split('\n').Count(line => line.Contains(mark, StringComparison.Ordinal)));
    }
}
