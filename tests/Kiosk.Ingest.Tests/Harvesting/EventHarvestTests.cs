using Kiosk.Data;
using Kiosk.Ingest.Tests.Harvesting.Pages;
using Kiosk.Testing;

namespace Kiosk.Ingest.Tests.Harvesting;

/// <summary>Events of calendars and pages, through the real pipeline.</summary>
public sealed class EventHarvestTests
{
    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task An_event_is_kept_with_when_where_and_how_to_sign_up_and_follows_its_calendar(StorageKind kind)
    {
        await using var bench = await HarvestBench.StartAsync(kind);
        bench.Server.Serve("/agenda.ics", Calendar("20261203T140000"), "text/calendar");
        await bench.AddSourceAsync("/agenda.ics", source => source.Format = SourceFormat.Calendar);
        await bench.HarvestAsync();
        var article = Assert.Single(await bench.ArticlesAsync());
        Assert.Equal((ArticleKind.Agenda, "Leerkring"), (article.Kind, article.Title));
        Assert.Equal((new DateTimeOffset(2026, 12, 3, 13, 0, 0, TimeSpan.Zero), "Utrecht", false), (article.Event!.StartsAt, article.Event.Place, article.Event.IsCancelled));
        Assert.Equal("https://loket.example/aanmelden", article.Event.RegistrationUrl);
        bench.Server.Serve("/agenda.ics", Calendar("20261204T100000", "SEQUENCE:1\r\n"), "text/calendar");
        await bench.HarvestAsync();
        Assert.Equal(new DateTimeOffset(2026, 12, 4, 9, 0, 0, TimeSpan.Zero), Assert.Single(await bench.ArticlesAsync()).Event!.StartsAt);
        bench.Server.Serve("/agenda.ics", Calendar("20261204T100000", "SEQUENCE:2\r\nSTATUS:CANCELLED\r\n"), "text/calendar");
        await bench.HarvestAsync();
        var cancelled = Assert.Single(await bench.ArticlesAsync());
        Assert.Equal(("Geannuleerd: Leerkring", true), (cancelled.Title, cancelled.Event!.IsCancelled));
    }

    [Fact]
    public async Task A_repeating_event_moves_on_to_its_next_time()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Serve("/agenda.ics", Calendar("20261103T093000", "RRULE:FREQ=WEEKLY\r\n"), "text/calendar");
        await bench.AddSourceAsync("/agenda.ics", source => source.Format = SourceFormat.Calendar);
        await bench.HarvestAsync();
        Assert.Equal(24, Assert.Single(await bench.ArticlesAsync()).Event!.StartsAt.Day);
        await bench.HarvestAsync(TimeSpan.FromDays(5));
        Assert.Equal(1, Assert.Single(await bench.ArticlesAsync()).Event!.StartsAt.Day);
    }

    [Fact]
    public async Task A_page_that_says_it_is_about_an_event_makes_its_item_one()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.ServeTeasers("vakdag", "verslag");
        bench.Server.Serve("/vakdag", Site.Article(head: Json(bench.Server.Url("/vakdag"))));
        bench.Server.Serve("/verslag", Site.Article(head: Json(bench.Server.Url("/vakdag"))));
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        await bench.ReadPagesAsync();
        var articles = await bench.ArticlesAsync();
        Assert.Equal((ArticleKind.Agenda, new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero), "Jaarhal"), (articles[0].Kind, articles[0].Event!.StartsAt, articles[0].Event!.Place));
        Assert.Equal((ArticleKind.Nieuws, null), (articles[1].Kind, articles[1].Event));
    }

    private static string Json(string url) =>
        $$"""<script type="application/ld+json">{"@context":"https://schema.org","@type":"Event","name":"Vakdag","url":"{{url}}","startDate":"2026-11-24T10:00:00+01:00","location":{"@type":"Place","name":"Jaarhal"} }</script>""";

    private static string Calendar(string start, string lines = "") =>
        $"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a@loket.example\r\nSUMMARY:Leerkring\r\nDTSTART;TZID=Europe/Amsterdam:{start}\r\nLOCATION:Utrecht\r\nDESCRIPTION:Aanmelden via https://loket.example/aanmelden\r\n{lines}END:VEVENT\r\nEND:VCALENDAR\r\n";
}
