using System.Text;
using Kiosk.Data;
using Kiosk.Ingest.Sources;

namespace Kiosk.Ingest.Tests.Sources;

public sealed class FeedsFileTests
{
    [Fact]
    public void Only_four_keys_are_needed_and_the_rest_has_defaults()
    {
        var source = Assert.Single(FeedsFiles.Sound("{ \"sources\": [ { " + FeedsFiles.Feed + " } ] }").Sources);

        Assert.Equal(("krant", "De Krant", "https://krant.example/feed", SourceFormat.Feed), (source.Id, source.Name, source.Url, source.Format));
        Assert.Equal((ArticleKind.Nieuws, Rights.Excerpt, new Interval(60), true), (source.Kind, source.Rights, source.Every, source.Enabled));
        Assert.Equal((null, null, null, null), (source.Filter, source.Language, source.Note, source.Select));
        Assert.Empty(source.Topics);
    }

    [Fact]
    public void Every_key_is_read()
    {
        var file = FeedsFiles.Sound("""
            {
              "$schema": "./feeds.schema.json",
              // An editor's remark.
              "topics": [ { "id": "wsnp", "name": "Wsnp", "rule": "wsnp", "description": "De wet." }, { "id": "bbz", "name": "Bbz" }, ],
              "sources": [ { "id": "blad", "name": " Het Blad ", "url": "http://blad.example/", "format": "oai-pmh", "kind": "onderzoek", "rights": "full",
                "every": "3h", "topics": ["bbz"], "filter": "schulden", "language": "nl-NL", "enabled": false, "note": "Let op.",
                "select": { "links": "h2 a", "within": "/nieuws/", "body": "main", "remove": "aside", "date": ".datum" }, "pages": false, } ],
            }
            """);

        Assert.Equal(
            [new FeedsTopic { Id = "wsnp", Name = "Wsnp", Rule = "wsnp", Description = "De wet." }, new FeedsTopic { Id = "bbz", Name = "Bbz", Position = 1 }],
            file.Topics);
        var source = Assert.Single(file.Sources);
        Assert.Equal(
            new FeedsSource
            {
                Id = "blad",
                Name = "Het Blad",
                Url = "http://blad.example/",
                Format = SourceFormat.OaiPmh,
                Kind = ArticleKind.Onderzoek,
                Rights = Rights.Full,
                Every = new Interval(180),
                Topics = source.Topics,
                Filter = "schulden",
                Language = "nl-NL",
                Enabled = false,
                Pages = false,
                Note = "Let op.",
                Select = new FeedsSelect("h2 a", "/nieuws/", "main", "aside", ".datum"),
            },
            source);
        Assert.Equal(["bbz"], source.Topics);
    }

    [Theory]
    [InlineData("id", """ "id": "NOS Economie!", "name": "N", "url": "https://n.example", "format": "feed" """, "\"nos-economie\"")]
    [InlineData("id", """ "id": 7, "name": "N", "url": "https://n.example", "format": "feed" """, "het getal 7")]
    [InlineData("id", """ "name": "N", "url": "https://n.example", "format": "feed" """, "ontbreekt")]
    [InlineData("name", """ "id": "n", "name": "  ", "url": "https://n.example", "format": "feed" """, "leeg")]
    [InlineData("url", """ "id": "n", "name": "N", "url": "www.n.example", "format": "feed" """, "https://")]
    [InlineData("url", """ "id": "n", "name": "N", "url": "file:///etc/passwd", "format": "feed" """, "https://")]
    [InlineData("url", """ "id": "n", "name": "N", "url": "https://jan:geheim@n.example/", "format": "feed" """, "wachtwoord")]
    [InlineData("format", """ "id": "n", "name": "N", "url": "https://n.example", "format": "oaipmh" """, "Bedoel je \"oai-pmh\"?")]
    [InlineData("format", """ "id": "n", "name": "N", "url": "https://n.example", "format": "fax" """, "feed, sitemap, page, oai-pmh, dspace, rechtspraak, tweedekamer, calendar")]
    [InlineData("format", """ "id": "n", "name": "N", "url": "https://n.example" """, "ontbreekt")]
    [InlineData("kind", FeedsFiles.Feed + """, "kind": "krant" """, "nieuws, rapport")]
    [InlineData("rights", FeedsFiles.Feed + """, "rights": "alles" """, "link, excerpt, full")]
    [InlineData("every", FeedsFiles.Feed + """, "every": "3 uur" """, "30m, 3h of 1d")]
    [InlineData("every", FeedsFiles.Feed + """, "every": 30 """, "het getal 30")]
    [InlineData("every", FeedsFiles.Feed + """, "every": "4m" """, "van 5m")]
    [InlineData("every", FeedsFiles.Feed + """, "every": "400d" """, "tot 365d")]
    [InlineData("topics", FeedsFiles.Feed + """, "topics": "wsnp" """, "[ en ]")]
    [InlineData("topics", FeedsFiles.Feed + """, "topics": ["wsnp"] """, "geen onderwerp \"wsnp\"")]
    [InlineData("topics", FeedsFiles.Feed + """, "topics": [ {} ] """, "een object")]
    [InlineData("language", FeedsFiles.Feed + """, "language": "Nederlands" """, "nl of en")]
    [InlineData("enabled", FeedsFiles.Feed + """, "enabled": "ja" """, "true (aan) of false (uit)")]
    [InlineData("select", FeedsFiles.Feed + """, "select": "h2 a" """, "{ en }")]
    [InlineData("body", FeedsFiles.Feed + """, "select": { "body": true } """, "het woord true")]
    [InlineData("fliter", FeedsFiles.Feed + """, "fliter": "x" """, "Bedoel je \"filter\"?")]
    [InlineData("Name", FeedsFiles.Feed + """, "Name": "x" """, "Bedoel je \"name\"?")]
    [InlineData("name", FeedsFiles.Feed + """, "name": "Nog een" """, "twee keer")]
    public void A_mistake_is_named_with_its_key_and_a_remedy(string key, string source, string said)
    {
        var problem = FeedsFiles.OnlyProblem(FeedsFiles.WithSource(source));

        Assert.EndsWith($"sleutel \"{key}\"", problem.Where, StringComparison.Ordinal);
        Assert.StartsWith("bron ", problem.Where, StringComparison.Ordinal);
        Assert.Contains(said, problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_told_at_once_each_with_its_entry()
    {
        var reading = FeedsFile.Read("""
            { "topics": [ { "id": "wsnp" } ], "source": [],
              "sources": [ { "id": "a", "name": "A", "url": "mis", "format": "fied" }, "los", { "name": "C", "url": "https://c.example", "format": "feed" } ] }
            """);

        Assert.Null(reading.File);
        Assert.Equal(
            ["feeds.json, sleutel \"source\"", "onderwerp \"wsnp\", sleutel \"name\"", "bron \"a\", sleutel \"url\"", "bron \"a\", sleutel \"format\"", "bron nummer 2", "bron nummer 3, sleutel \"id\""],
            reading.Problems.Select(problem => problem.Where));
    }

    [Fact]
    public void A_query_that_is_only_partly_understood_is_a_warning_and_no_mistake()
    {
        var reading = FeedsFiles.WithSource(FeedsFiles.Feed + """, "filter": "(schulden OF armoede" """);

        Assert.NotNull(reading.File);
        Assert.Equal("bron \"krant\", sleutel \"filter\"", Assert.Single(reading.Warnings).Where);
        Assert.Equal("(schulden OF armoede", Assert.Single(reading.File.Sources).Filter);
    }

    [Fact]
    public void An_id_serves_one_source_only()
    {
        var reading = FeedsFile.Read("{ \"sources\": [ { " + FeedsFiles.Feed + " }, { " + FeedsFiles.Feed.Replace("/feed", "/rss", StringComparison.Ordinal) + " } ] }");

        Assert.Equal("bron \"krant\", sleutel \"id\"", FeedsFiles.OnlyProblem(reading).Where);
    }

    [Fact]
    public void An_address_serves_one_source_only_however_it_is_spelled()
    {
        var reading = FeedsFile.Read("{ \"sources\": [ { " + FeedsFiles.Feed + """ }, { "id": "b", "name": "B", "url": "http://KRANT.example/feed/", "format": "feed" } ] }""");

        Assert.Equal("bron \"krant\", \"b\", sleutel \"url\"", FeedsFiles.OnlyProblem(reading).Where);
    }

    [Fact]
    public void Broken_json_is_shown_where_it_breaks_as_an_editor_counts()
    {
        var problem = FeedsFiles.OnlyProblem(FeedsFile.Read("{\r\n  \"topics\": [],\r\n  \"note\": \"één\" \"sources\": []\r\n}"));

        Assert.StartsWith("feeds.json, regel 3, teken 17", problem.Where, StringComparison.Ordinal);
        Assert.Contains("komma", problem.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"bronnen\"")]
    [InlineData("{}")]
    [InlineData("{ \"sources\": null }")]
    [InlineData("{ \"sources\": 5 }")]
    [InlineData("{ \"sources\": [ null ] }")]
    [InlineData("{ \"sources\": [ { \"id\": \"\\ud800\" } ] }")]
    [InlineData("{ \"\\ud800\": 1, \"sources\": [] }")]
    [InlineData("{ \"sources\": [ { \"id\": \"a\", \"name\": \"\\u0000\", \"url\": \"https://a.example\", \"format\": \"feed\" } ] }")]
    public void What_is_no_list_of_sources_is_a_problem_and_no_exception(string text) =>
        FeedsFiles.OnlyProblem(FeedsFile.Read(text));

    [Fact]
    public void Nesting_without_end_is_a_problem_and_no_exception() =>
        FeedsFiles.OnlyProblem(FeedsFile.Read(new string('[', 100_000)));

    [Fact]
    public void Thousands_of_mistakes_are_counted_and_not_all_listed()
    {
        var reading = FeedsFile.Read("{ \"sources\": [" + string.Join(',', Enumerable.Repeat("1", 1_000)) + "] }");

        Assert.Equal(FeedsReading.MostProblems + 1, reading.Problems.Count);
        Assert.Contains("nog 800", reading.Problems[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_sources_listed_is_sound()
    {
        Assert.Empty(FeedsFiles.Sound("\uFEFF{ \"sources\": [] }").Sources);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_with_its_path()
    {
        var problem = FeedsFiles.OnlyProblem(FeedsFile.ReadFile("/bestaat/niet/feeds.json"));

        Assert.Equal("/bestaat/niet/feeds.json", problem.Where);
        Assert.Contains("--feeds", problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_no_file() => FeedsFiles.OnlyProblem(FeedsFile.ReadFile(AppContext.BaseDirectory));

    [Fact]
    public async Task A_file_in_another_encoding_is_refused_rather_than_read_with_damaged_letters()
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, Encoding.Latin1.GetBytes("{ \"sources\": [], \"note\": \"café\" }"));

            Assert.Contains("UTF-8", FeedsFiles.OnlyProblem(FeedsFile.ReadFile(path)).Text, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("30m", 30, "30m")]
    [InlineData("90m", 90, "90m")]
    [InlineData("60m", 60, "1h")]
    [InlineData("48h", 2880, "2d")]
    public void An_interval_is_read_and_written_shortest(string text, int minutes, string written)
    {
        Assert.True(Interval.TryParse(text, out var interval));
        Assert.Equal((minutes, written), (interval.Minutes, interval.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("0m")]
    [InlineData("-5m")]
    [InlineData("1.5h")]
    [InlineData("3H")]
    [InlineData("99999999999d")]
    [InlineData("2147483647d")]
    public void What_is_no_interval_is_refused(string text) => Assert.False(Interval.TryParse(text, out _));
}
