using System.Net;
using System.Text;
using Kiosk.Data;
using Kiosk.Ingest.Formats.Calendar;

namespace Kiosk.Web.Tests.Pages;

public sealed class AgendaTests
{
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public async Task What_is_to_come_stands_by_day_and_what_is_over_has_left()
    {
        await using var kiosk = await TestKiosk.StartAsync(db => db.Articles.AddRange(
            Event("Vakdag", Tuesday, found => (found.EndsAt, found.Place, found.RegistrationUrl) = (Tuesday.AddHours(2), "Utrecht", "https://loket.example/aanmelden")),
            Event("Voorbij", TestKiosk.Now.AddHours(-3), found => found.EndsAt = TestKiosk.Now.AddHours(-1)),
            Event("Vandaag zonder einde", TestKiosk.Now.AddHours(-1)),
            Event("Gisteren zonder einde", TestKiosk.Now.AddDays(-1)),
            Event("Afgezegd", Tuesday.AddDays(30), found => found.IsCancelled = true),
            Seeds.Article(Seeds.Source("krant"), "Nieuws")));
        var page = await kiosk.PageAsync("/agenda");
        Assert.Equal(["Vandaag zonder einde", "Vakdag", "Afgezegd"], page.QuerySelectorAll(".agenda-item h3").Select(title => title.TextContent));
        Assert.Equal(["November 2026", "December 2026"], page.QuerySelectorAll("section h2").Select(title => title.TextContent));
        var items = page.QuerySelectorAll(".agenda-item");
        Assert.Contains("di 24 november 2026, 10.00–12.00 uur, Utrecht · aanmelden", items[1].QuerySelector(".when")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("https://loket.example/aanmelden", items[1].QuerySelector(".when a")!.GetAttribute("href"));
        Assert.Contains("gaat niet door", items[2].TextContent, StringComparison.Ordinal);
        Assert.Null(items[2].QuerySelector(".when a"));
    }

    [Fact]
    public async Task An_empty_agenda_says_so()
    {
        await using var kiosk = await TestKiosk.StartAsync();
        Assert.Contains("nu niets op de agenda", (await kiosk.PageAsync("/agenda")).Body!.TextContent, StringComparison.Ordinal);
        using var file = await kiosk.GetAsync("/agenda.ics");
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
    }

    [Fact]
    public async Task An_event_stands_on_its_article_and_in_lists()
    {
        await using var kiosk = await TestKiosk.StartAsync(db => db.Articles.Add(Event("Vakdag", Tuesday, found => found.Place = "Utrecht")));
        Assert.Contains("di 24 november 2026, 10.00 uur, Utrecht", (await kiosk.PageAsync("/artikel/1/vakdag")).QuerySelector(".event")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("di 24 november 2026", (await kiosk.PageAsync("/zoeken?q=vakdag")).QuerySelector(".hit .when")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_say_what_the_archive_says_and_can_be_read_back()
    {
        await using var kiosk = await TestKiosk.StartAsync(db => db.Articles.AddRange(
            Event("Komma, puntkomma; \\ en een lange kop met een één of andere letter die net op de grens van de regel valt", Tuesday, found => (found.EndsAt, found.Place) = (Tuesday.AddHours(2), "Plein 1, Utrecht\r\nATTACH:x")),
            Event("Hele dagen", new DateTimeOffset(2027, 3, 28, 0, 0, 0, TimeSpan.FromHours(1)), found => (found.IsAllDay, found.EndsAt) = (true, new DateTimeOffset(2027, 3, 30, 0, 0, 0, TimeSpan.FromHours(2)))),
            Event("Afgezegd", Tuesday, found => found.IsCancelled = true)));
        using var response = await kiosk.GetAsync("/agenda.ics");
        Assert.Equal("text/calendar", response.Content.Headers.ContentType!.MediaType);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.All(Encoding.UTF8.GetString(bytes).Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.DoesNotContain("\nATTACH", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        var events = CalendarReader.Read(bytes, null, null, TestKiosk.Now).Items;
        Assert.Equal(["Komma, puntkomma; \\ en een lange kop met een één of andere letter die net op de grens van de regel valt", "Geannuleerd: Afgezegd", "Hele dagen"], events.Select(item => item.Title));
        Assert.Equal((Tuesday, Tuesday.AddHours(2)), (events[0].Event!.Starts, events[0].Event!.Ends));
        Assert.Equal((new DateTimeOffset(2027, 3, 27, 23, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 3, 29, 22, 0, 0, TimeSpan.Zero), true), (events[2].Event!.Starts, events[2].Event!.Ends, events[2].Event!.IsAllDay));
        using var one = await kiosk.GetAsync("/agenda/1.ics");
        Assert.Single(CalendarReader.Read(await one.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), null, null, TestKiosk.Now).Items);
        using var none = await kiosk.GetAsync("/agenda/99.ics");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    private static Article Event(string title, DateTimeOffset starts, Action<ArticleEvent>? change = null)
    {
        var article = Seeds.Article(Seeds.Source(Guid.NewGuid().ToString("N")), title, kind: ArticleKind.Agenda);
        article.Event = new ArticleEvent { StartsAt = starts };
        change?.Invoke(article.Event);
        return article;
    }
}
