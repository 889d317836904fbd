using Kiosk.Data;
using Kiosk.Ingest.Sources;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Tests.Sources;

public sealed class FeedsWriterTests
{
    [Fact]
    public async Task The_shipped_file_comes_back_with_the_same_topics_and_sources()
    {
        await using var archive = await TestArchive.CreateAsync();
        var shipped = FeedsFile.ReadFile(FeedsFiles.Shipped("feeds.json")).File!;
        await using var db = archive.Open();
        await Seeding.SeedAsync(db, shipped, new ManualTime(), TestContext.Current.CancellationToken);

        var export = await SourceLists.FeedsAsync(db, TestContext.Current.CancellationToken);

        Assert.Empty(export.Remarks);
        var back = FeedsFile.Read(export.Json);
        Assert.Empty(back.Problems);
        Assert.Equal(shipped.Topics, back.File!.Topics);
        Assert.Equal(shipped.Sources.Select(Comparable), back.File.Sources.Select(Comparable));
    }

    [Fact]
    public async Task Every_field_of_a_source_comes_back()
    {
        await using var archive = await TestArchive.CreateAsync();
        var file = FeedsFile.Read(
            """
            {"topics":[{"id":"wsnp","name":"Wsnp & “meer”","rule":"wsnp OF \"wettelijke schuldsanering\"","description":"Eén zin."},{"id":"a","name":"A"}],
             "sources":[{"id":"vol","name":"Vól","url":"https://vol.example/?a=1&b=2","format":"oai-pmh","kind":"onderzoek","rights":"full","every":"3h","topics":["wsnp","a"],
              "filter":"schuld* EN NIET \"gulden schuld\"","language":"nl-NL","enabled":false,"note":"Nog niet geprobeerd.","select":{"links":"a > b","within":"/x/","body":"main","remove":".weg"}},
              {"id":"kaal","name":"Kaal","url":"https://kaal.example/","format":"feed"}]}
            """).File!;
        await using var db = archive.Open();
        await Seeding.SeedAsync(db, file, new ManualTime(), TestContext.Current.CancellationToken);
        var back = FeedsFile.Read((await SourceLists.FeedsAsync(db, TestContext.Current.CancellationToken)).Json).File!;
        Assert.Equal(file.Topics, back.Topics);
        Assert.Equal(file.Sources.Select(Comparable), back.Sources.Select(Comparable));
    }

    [Fact]
    public void Of_two_sources_with_one_address_the_harvested_one_stays_and_the_other_is_named()
    {
        var (imported, harvested) = (Sample.Source("oud"), Sample.Source("nieuw"));
        (imported.Id, imported.Enabled, imported.Url) = (1, false, "http://demo.example/");
        (harvested.Id, harvested.Url) = (2, "https://demo.example");
        var export = FeedsWriter.Write([], [imported, harvested]);
        Assert.Equal("nieuw", Assert.Single(FeedsFile.Read(export.Json).File!.Sources).Id);
        Assert.Contains("oud", Assert.Single(export.Remarks), StringComparison.Ordinal);
    }

    /// <summary>Lists compare by what is in them; the order of a source's topics means nothing.</summary>
    private static string Comparable(FeedsSource source) => $"{source with { Topics = [] }} {string.Join(',', source.Topics.Order())}";
}
