using System.Text;
using Kiosk.Data;
using Kiosk.Ingest.Importing;
using Kiosk.Ingest.Sources;
using Kiosk.Ingest.Tests.Formats;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Tests.Importing;

public sealed class OpmlImporterTests
{
    [Fact]
    public async Task New_feeds_become_sources_and_known_ones_are_left_alone()
    {
        await using var archive = await TestArchive.CreateAsync();
        await using (var db = archive.Open())
        {
            var known = Sample.Source("loket");
            (known.Url, known.Name) = ("http://loket.example/feed?utm_source=lezer", "Eigen naam");
            db.Sources.Add(known);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var report = await ImportAsync(archive, Fixture.Bytes("Opml/genest.opml"));

        Assert.Equal(["raadhuisblad", "zonder-map"], report.Added);
        Assert.Equal(["Het Loket"], report.Known);
        Assert.Contains("‘Kapot adres’ is overgeslagen", Assert.Single(report.Refused), StringComparison.Ordinal);
        await using var after = archive.Open();
        Assert.Equal("Eigen naam", (await after.Sources.SingleAsync(source => source.Slug == "loket", TestContext.Current.CancellationToken)).Name);
        var added = await after.Sources.SingleAsync(source => source.Slug == "raadhuisblad", TestContext.Current.CancellationToken);
        Assert.Equal((ArticleKind.Rapport, SourceFormat.Feed, true, Rights.Excerpt), (added.Kind, added.Format, added.Enabled, added.Rights));
        Assert.Contains("Schulden & armoede", added.Note, StringComparison.Ordinal);
        Assert.Equal("https://zondermap.example/atom.xml", (await after.Sources.SingleAsync(source => source.Slug == "zonder-map", TestContext.Current.CancellationToken)).Url);
    }

    [Fact]
    public async Task Doing_it_again_adds_nothing()
    {
        await using var archive = await TestArchive.CreateAsync();
        await ImportAsync(archive, Fixture.Bytes("Opml/genest.opml"));
        Assert.Empty((await ImportAsync(archive, Fixture.Bytes("Opml/genest.opml"))).Added);
    }

    [Fact]
    public async Task Feeds_of_one_name_get_ids_of_their_own()
    {
        await using var archive = await TestArchive.CreateAsync();
        var report = await ImportAsync(archive, Encoding.UTF8.GetBytes("<opml><body><outline text='Nieuws' xmlUrl='https://a.example/'/><outline text='Nieuws' xmlUrl='https://b.example/'/></body></opml>"));
        Assert.Equal(["nieuws", "nieuws-2"], report.Added);
    }

    [Fact]
    public async Task What_is_exported_is_known_when_it_comes_back()
    {
        await using var archive = await TestArchive.CreateAsync();
        var first = await ImportAsync(archive, Fixture.Bytes("Opml/genest.opml"));
        await using var db = archive.Open();
        var report = await ImportAsync(archive, await SourceLists.OpmlAsync(db, TestContext.Current.CancellationToken));
        Assert.Empty(report.Added);
        Assert.Equal(first.Added.Count, report.Known.Count);
    }

    private static Task<OpmlReport> ImportAsync(TestArchive archive, byte[] file) =>
        new OpmlImporter(archive.Factory, new ManualTime()).ImportAsync(file, TestContext.Current.CancellationToken);
}
