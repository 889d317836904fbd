using System.Text.Json;
using Kiosk.Data;
using Kiosk.Ingest.Sources;

namespace Kiosk.Ingest.Tests.Sources;

/// <summary>The feeds.json that the project ships, and the schema beside it.</summary>
public sealed class ShippedFeedsTests
{
    private static readonly FeedsReading Reading = FeedsFile.ReadFile(FeedsFiles.Shipped("feeds.json"));

    [Fact]
    public void The_file_is_sound()
    {
        Assert.Empty(Reading.Problems);
        Assert.Empty(Reading.Warnings);
    }

    [Fact]
    public void It_brings_the_field_and_not_a_sample_of_it()
    {
        Assert.True(Reading.File!.Sources.Count >= 40);
        Assert.True(Reading.File.Sources.Count(source => source.Enabled) >= 20);
        Assert.True(Reading.File.Topics.Count >= 19);
    }

    [Fact]
    public void Each_topic_has_a_rule_and_a_description() =>
        Assert.All(Reading.File!.Topics, topic => Assert.True(topic is { Rule: not null, Description: not null }, topic.Id));

    [Fact]
    public void Every_kind_of_source_but_the_calendar_is_there_and_enabled() =>
        Assert.Equal(
            Enum.GetValues<SourceFormat>().Where(format => format != SourceFormat.Calendar),
            Reading.File!.Sources.Where(source => source.Enabled).Select(source => source.Format).Distinct().Order());

    [Fact]
    public void What_is_disabled_says_why() =>
        Assert.All(Reading.File!.Sources.Where(source => !source.Enabled), source => Assert.False(string.IsNullOrEmpty(source.Note), source.Id));

    [Fact]
    public void Full_text_is_shown_only_where_the_note_says_why_that_is_allowed() =>
        Assert.All(
            Reading.File!.Sources.Where(source => source.Rights == Rights.Full),
            source => Assert.Matches("CC0|CC BY|geen auteursrecht", source.Note ?? ""));

    [Fact]
    public void The_schema_and_the_reader_know_the_same_keys()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(FeedsFiles.Shipped("feeds.schema.json")));
        var root = schema.RootElement;
        var source = root.GetProperty("$defs").GetProperty("source");

        Assert.Equal(FeedsKeys.File, Keys(root));
        Assert.Equal(FeedsKeys.Topic, Keys(root.GetProperty("$defs").GetProperty("topic")));
        Assert.Equal(FeedsKeys.Source, Keys(source));
        Assert.Equal(FeedsKeys.Select, Keys(source.GetProperty("properties").GetProperty("select")));
    }

    [Theory]
    [InlineData("format", "oai-pmh", false)]
    [InlineData("kind", "nieuws", true)]
    [InlineData("rights", "link", true)]
    public void The_schema_and_the_reader_know_the_same_choices(string key, string one, bool optional)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(FeedsFiles.Shipped("feeds.schema.json")));
        var listed = schema.RootElement.GetProperty("$defs").GetProperty("source").GetProperty("properties").GetProperty(key).GetProperty("enum")
            .EnumerateArray().Select(value => value.GetString()).ToList();
        var known = key switch { "format" => Names.All<SourceFormat>(), "kind" => Names.All<ArticleKind>(), _ => Names.All<Rights>() };

        Assert.Contains(one, listed);
        Assert.Equal(known.Order(), listed.OfType<string>().Order());
        Assert.Equal(optional, listed.Contains(null));
    }

    private static IEnumerable<string> Keys(JsonElement schema) => schema.GetProperty("properties").EnumerateObject().Select(property => property.Name);
}
