using Kiosk.Data;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Identity;
using Kiosk.Ingest.Tests.Stories;
using Kiosk.Testing;

namespace Kiosk.Ingest.Tests.Identity;

/// <summary>The same text under another address, also at another source.</summary>
public sealed class TwinTests
{
    private static readonly string Text = string.Join(' ', Enumerable.Range(1, 80).Select(number => $"woord{number}"));

    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task It_is_one_article_that_both_addresses_lead_to(StorageKind kind)
    {
        await using var bench = await StoryBench.StartAsync(kind);
        await bench.BringAsync("een", "Kop", Text, "https://een.example/1");
        await bench.BringAsync("twee", "Andere kop", Text.Replace(" ", "  ", StringComparison.Ordinal), "https://twee.example/2");
        await bench.BringAsync("twee", "Andere kop", Text.Replace(" ", "  ", StringComparison.Ordinal), "https://twee.example/2");
        var article = Assert.Single(await bench.ArticlesAsync());
        Assert.Equal(("Kop", "een", 0), (article.Title, article.Source!.Slug, article.Version));
        Assert.Superset(new HashSet<string> { "url:een.example/1", "url:twee.example/2" }, article.Aliases.Select(alias => alias.Name).ToHashSet());
    }

    [Fact]
    public async Task It_moves_to_the_source_that_shows_more_of_it()
    {
        await using var bench = await StoryBench.StartAsync();
        await bench.BringAsync("een", "Kop", Text, "https://een.example/1", Sample.Morning.AddDays(-2));
        await bench.BringAsync("twee", "Kop", Text, "https://twee.example/2", Sample.Morning.AddDays(-1), source => source.Rights = Rights.Full);
        await bench.BringAsync("drie", "Kop", Text, "https://drie.example/3", Sample.Morning, source => source.Rights = Rights.Full);
        await bench.BringAsync("een", "Kop!", Text, "https://een.example/1", Sample.Morning.AddDays(-2));
        var article = Assert.Single(await bench.ArticlesAsync());
        Assert.Equal(("twee", "https://twee.example/2", Sample.Morning.AddDays(-2)), (article.Source!.Slug, article.Url, article.PublishedAt));
        Assert.Equal(3, article.Aliases.Count(alias => alias.Name.StartsWith("url:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Two_addresses_at_one_source_do_not_take_turns()
    {
        await using var bench = await StoryBench.StartAsync();
        for (var visit = 0; visit < 3; visit++)
        {
            await bench.BringAsync("een", "Kop", Text, "https://een.example/1");
            await bench.BringAsync("een", "Kop", Text, "https://een.example/print/1", Sample.Morning);
        }

        Assert.Equal(0, Assert.Single(await bench.ArticlesAsync()).Version);
        await bench.BringAsync("een", "Nieuwe kop", Text, "https://een.example/print/1", Sample.Morning);
        await bench.BringAsync("een", "Kop", Text, "https://een.example/1", Sample.Morning.AddMinutes(-59));
        var article = Assert.Single(await bench.ArticlesAsync());
        Assert.Contains("kop", article.Title, StringComparison.OrdinalIgnoreCase);
        var version = article.Version;
        await bench.BringAsync("een", "Nieuwe kop", Text, "https://een.example/print/1", Sample.Morning);
        await bench.BringAsync("een", "Kop", Text, "https://een.example/1", Sample.Morning.AddMinutes(-59));
        Assert.Equal(version, Assert.Single(await bench.ArticlesAsync()).Version);
    }

    [Theory]
    [InlineData("Lees het hele bericht op onze site.", "Een", "Twee", 0)]
    [InlineData(null, "Nieuwsbrief week 12", "Nieuwsbrief week 13", 0)]
    [InlineData(null, "Oproep", "Oproep", 60)]
    public async Task Stubs_series_and_yearly_repetitions_are_kept_apart(string? text, string title, string otherTitle, int daysApart)
    {
        await using var bench = await StoryBench.StartAsync();
        await bench.BringAsync("een", title, text ?? Text, "https://een.example/1", Sample.Morning.AddDays(-daysApart));
        await bench.BringAsync("twee", otherTitle, text ?? Text, "https://twee.example/2", Sample.Morning);
        Assert.Equal(2, (await bench.ArticlesAsync()).Count);
    }

    [Fact]
    public async Task Events_with_the_same_words_on_other_days_are_kept_apart()
    {
        await using var bench = await StoryBench.StartAsync();
        Item On(int day) => new() { Id = $"e-{day}", Title = "Spreekuur", Published = Sample.Morning, Content = StoryBench.Html(Text + day), Event = new EventInfo { Starts = Sample.Morning.AddDays(day) } };
        await bench.BringAsync("een", [On(1), On(1) with { Id = "e-x", Content = StoryBench.Html(Text + 1 + " ") }]);
        Assert.Equal(2, (await bench.ArticlesAsync()).Count);
    }

    [Fact]
    public async Task Two_in_one_document_are_one_article()
    {
        await using var bench = await StoryBench.StartAsync();
        Item At(int number) => new() { Title = $"Kop {(number > 1 ? "twee" : "een")}", Link = $"https://een.example/{number}", Published = Sample.Morning.AddMinutes(-number), Content = StoryBench.Html(Text) };
        await bench.BringAsync("een", [At(1), At(2)]);
        await bench.BringAsync("een", [At(1), At(2)]);
        var article = Assert.Single(await bench.ArticlesAsync());
        Assert.Equal((0, 2), (article.Version, article.Aliases.Count(alias => alias.Name.StartsWith("url:", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("https://bron.example/nieuws/1", "https://bron.example/artikelen/stuk", true)]
    [InlineData("https://bron.example/nieuws/1", "https://bron.example/", false)]
    [InlineData("https://bron.example/nieuws/1", "https://bron.example/nieuws", false)]
    [InlineData("https://bron.example/nieuws/1", "mailto:x@bron.example", false)]
    public void An_address_above_the_items_own_is_no_name_of_it(string link, string elsewhere, bool isName)
    {
        var candidate = Assert.Single(Candidate.From([new Item { Link = link, Title = "Kop" }], 1));
        Assert.Equal(isName, candidate.AlsoAt(elsewhere, null).Aliases.Count > candidate.Aliases.Count);
    }
}
