using System.Net;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Testing;
using Kiosk.Web.Insight;
using Kiosk.Web.Tests.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Tests.Insight;

/// <summary>What is counted of readers, and the gate that it goes through.</summary>
public sealed class CrowdTests
{
    private static readonly DateOnly Monday = new(2026, 11, 16);

    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Nothing_is_shown_of_fewer_than_ten_people_however_often_they_read(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        await using var db = archive.Open();
        db.ReadCounts.AddRange(
            Count(ReadSubject.Alles, 0, 500, 9), Count(ReadSubject.Stuk, 1, 500, 9), Count(ReadSubject.Stuk, 2, 12, 10),
            Count(ReadSubject.Stuk, 3, 6, 6), Count(ReadSubject.Stuk, 3, 6, 6, Monday.AddDays(-7)));
        await db.SaveChangesAsync();
        Assert.Empty(await Crowd.WeeksAsync(db, ReadSubject.Alles, Monday, Monday.AddDays(7), CancellationToken.None));
        Assert.Equal([new CrowdCount(2, 12, 10)], await Crowd.SubjectsAsync(db, ReadSubject.Stuk, Monday.AddDays(-7), Monday.AddDays(7), CancellationToken.None));
    }

    [Fact]
    public void Of_parts_of_a_whole_no_single_one_is_left_out_to_be_told_by_subtracting()
    {
        CrowdCount[] parts = [new(1, 50, 20), new(2, 30, 15), new(3, 4, 3)];
        Assert.Equal([1], Crowd.Parts(parts).Select(part => part.Subject));
        Assert.Equal([1, 2], Crowd.Parts([.. parts, new(4, 2, 2)]).Select(part => part.Subject));
        Assert.Equal(2, Crowd.Parts(parts[..2]).Count);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_visitor_counts_once_a_week_and_a_robot_never(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var time = new ManualTime(TestKiosk.Now);
        var article = await FillAsync(archive);
        var counter = new ReadCounter(archive.Factory, time);
        foreach (var address in new[] { "10.0.0.1", "10.0.0.1", "10.0.0.2" })
            counter.Read(Visit(address), article);
        counter.Read(Visit("10.0.0.3", "Googlebot/2.1"), article);
        counter.Read(Visit("10.0.0.4", ""), article);
        await counter.WriteAsync(CancellationToken.None);
        counter.Read(Visit("10.0.0.1"), article);
        await counter.WriteAsync(CancellationToken.None);
        // After a restart nobody is known any more: the people cannot be added up.
        var other = new ReadCounter(archive.Factory, time);
        other.Read(Visit("10.0.0.1"), article);
        await other.WriteAsync(CancellationToken.None);

        await using var db = archive.Open();
        var counts = await db.ReadCounts.OrderBy(count => count.About).ToListAsync();
        Assert.Equal(4, counts.Count);
        Assert.All(counts, count => Assert.Equal((Monday, 5, 2), (count.Week, count.Reads, count.Readers)));
    }

    [Fact]
    public void Nothing_but_the_gate_and_the_counter_reads_the_counts()
    {
        var users = Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Path, "src", "Kiosk.Web"), "*.cs*", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file) is var text && (text.Contains("ReadCounts", StringComparison.Ordinal) || text.Contains("read_counts", StringComparison.Ordinal)))
            .Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal(["Crowd.cs", "ReadCounter.cs"], users);
    }

    [Fact]
    public async Task The_page_shows_what_enough_people_read_with_the_conclusion_and_the_table_behind_it()
    {
        await using var kiosk = await TestKiosk.StartAsync(db =>
        {
            var (source, topic) = (Seeds.Source("bron"), Seeds.Topic("wsnp"));
            db.Articles.AddRange(Seeds.Article(source, "Veel gelezen", 2).With(topic), Seeds.Article(source, "Weinig gelezen", 2));
            db.ReadCounts.AddRange(
                Count(ReadSubject.Alles, 0, 40, 20, Monday.AddDays(-7)), Count(ReadSubject.Alles, 0, 90, 30), Count(ReadSubject.Onderwerp, 1, 60, 25),
                Count(ReadSubject.Stuk, 1, 60, 25), Count(ReadSubject.Stuk, 2, 700, 4));
        });
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        var page = await editor.PageAsync("/redactie/inzicht?weken=4");
        Assert.StartsWith("Gelezen stukken per week stegen van 40 naar 90.", page.QuerySelector("#t-trend")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Veel gelezen", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Weinig gelezen", page.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("700", page.Body.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("svg[role=img]"), chart => Assert.NotNull(chart.Closest("figure")!.QuerySelector("table")));
        Assert.Empty(page.QuerySelectorAll("[style]"));
        using var file = await editor.GetAsync("/redactie/inzicht?weken=4&bestand=csv");
        var table = await file.Content.ReadAsStringAsync();
        Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
        Assert.Contains("\r\nweek;;2026-11-16;90;;;\r\n", table, StringComparison.Ordinal);
        Assert.Contains("\r\nstuk;Veel gelezen;;60;;;\r\n", table, StringComparison.Ordinal);
        Assert.DoesNotContain("Weinig gelezen", table, StringComparison.Ordinal);
    }

    /// <summary>One article with a topic.</summary>
    private static async Task<long> FillAsync(TestArchive archive)
    {
        await using var db = archive.Open();
        var article = Seeds.Article(Seeds.Source("bron"), "Veel gelezen", 2).With(Seeds.Topic("wsnp"));
        db.Articles.Add(article);
        await db.SaveChangesAsync();
        return article.Id;
    }

    private static ReadCount Count(ReadSubject about, long subject, int reads, int readers, DateOnly? week = null) =>
        new() { Week = week ?? Monday, About = about, SubjectId = subject, Reads = reads, Readers = readers };

    private static DefaultHttpContext Visit(string address, string agent = "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0")
    {
        var http = new DefaultHttpContext();
        http.Request.Method = "GET";
        http.Request.Headers.UserAgent = agent;
        http.Connection.RemoteIpAddress = IPAddress.Parse(address);
        return http;
    }
}
