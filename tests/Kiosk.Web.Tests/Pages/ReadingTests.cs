using Kiosk.Data;
using Kiosk.Testing;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Tests.Pages;

public sealed class ReadingTests
{
    private static readonly DutchTime Time = new(new ManualTime(TestKiosk.Now));

    [Theory]
    [InlineData(Rights.Full, 60, 1)]
    [InlineData(Rights.Excerpt, 60, 0)]
    [InlineData(Rights.Excerpt, 480, 2)]
    public void A_teaser_says_nothing_of_how_long_the_piece_is(Rights rights, int words, int minutes) =>
        Assert.Equal(minutes, new ArticleCard(1, "Kop", "", ArticleKind.Nieuws, TestKiosk.Now, words, null, 1, "bron", "Bron", rights).Minutes);

    [Theory]
    [InlineData(79_638_212_608, "79,6 GB")]
    [InlineData(1_000_000_000, "1,0 GB")]
    [InlineData(1_540_000, "1,5 MB")]
    [InlineData(0, "0,0 MB")]
    public void A_size_has_a_comma_and_the_unit_that_fits(long bytes, string words) => Assert.Equal(words, DutchText.Size(bytes));

    [Theory]
    [InlineData("2026-11-20T23:59:00+01:00", "vandaag")]
    [InlineData("2026-11-20T00:00:00+01:00", "vandaag")]
    [InlineData("2026-11-19T22:30:00Z", "gisteren")]
    [InlineData("2026-11-19T23:30:00Z", "vandaag")]
    [InlineData("2026-11-17T12:00:00+01:00", "3 dagen geleden")]
    [InlineData("2026-11-14T12:00:00+01:00", "6 dagen geleden")]
    [InlineData("2026-11-13T12:00:00+01:00", "13 november 2026")]
    [InlineData("2026-11-21T12:00:00+01:00", "21 november 2026")]
    public void A_day_is_said_as_people_say_it(string moment, string words) =>
        Assert.Equal(words, Time.Day(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-11-20T13:30:00Z", "20 november 2026, 14.30 uur")]
    [InlineData("2026-07-01T05:05:00Z", "1 juli 2026, 7.05 uur")]
    [InlineData("2026-10-25T00:30:00Z", "25 oktober 2026, 2.30 uur")]
    [InlineData("2026-10-25T01:30:00Z", "25 oktober 2026, 2.30 uur")]
    [InlineData("2026-03-29T00:59:00Z", "29 maart 2026, 1.59 uur")]
    [InlineData("2026-03-29T01:00:00Z", "29 maart 2026, 3.00 uur")]
    public void Times_are_those_of_Amsterdam_in_both_nights_of_the_clock_change(string moment, string words) =>
        Assert.Equal(words, DutchTime.Exact(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_machine_reads_the_offset_of_that_moment() =>
        Assert.Equal("2026-07-01T07:05:00+02:00", DutchTime.Machine(new DateTimeOffset(2026, 7, 1, 5, 5, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("De nieuwe vtlb-berekening: vijf dossiers", "de-nieuwe-vtlb-berekening-vijf-dossiers")]
    [InlineData("Schuld van ná de aanmelding", "schuld-van-na-de-aanmelding")]
    [InlineData("Zzp’ers en coöperaties", "zzpers-en-cooperaties")]
    [InlineData("<script>alert(1)</script>", "script-alert-1-script")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("債務", "")]
    public void A_slug_is_plain_letters_digits_and_hyphens(string title, string slug) => Assert.Equal(slug, Slug.Of(title));

    [Fact]
    public void A_long_slug_is_cut_after_a_word()
    {
        Assert.Equal("woord-woord-woord-woord-woord-woord-woord-woord-woord-woord-woord-woord-woord", Slug.Of(string.Join(' ', Enumerable.Repeat("woord", 40))));
        Assert.Equal(80, Slug.Of(new string('a', 500)).Length);
    }

    [Fact]
    public void An_excerpt_holds_sixty_words_and_a_link_none()
    {
        var text = string.Join(' ', Enumerable.Range(1, 61).Select(number => $"w{number}"));

        Assert.Equal(text, ReadingRights.Lead(Rights.Full, text));
        Assert.EndsWith("w60 …", ReadingRights.Lead(Rights.Excerpt, text), StringComparison.Ordinal);
        Assert.Empty(ReadingRights.Lead(Rights.Link, text));
        Assert.Empty(ReadingRights.Excerpt(Rights.Link, text, text));
        Assert.EndsWith("w60 …", ReadingRights.Excerpt(Rights.Excerpt, " ", text), StringComparison.Ordinal);
        Assert.Empty(ReadingRights.Body(Rights.Excerpt, "<p>alles</p>"));
        Assert.Null(ReadingRights.Picture(Rights.Excerpt, "https://foto.example/a.jpg"));
        Assert.NotNull(ReadingRights.Picture(Rights.Full, "https://foto.example/a.jpg"));
        Assert.Empty(ReadingRights.Snippet(Rights.Link, "", [new("piece", Hit: true)]));
    }

    [Fact]
    public void A_picture_is_shown_from_the_kiosk_itself()
    {
        var body = TestKiosk.Parse(ArticleBody.ForPage("""<figure><img src="https://foto.example/a.jpg" alt="Een tafel" width="40"></figure><p><img src="https://foto.example/b.jpg"></p>""", _ => "/beeld/x/y"));

        var pictures = body.QuerySelectorAll("img");
        Assert.All(pictures, picture => Assert.Equal("/beeld/x/y", picture.GetAttribute("src")));
        Assert.Equal(["Een tafel", ""], pictures.Select(picture => picture.GetAttribute("alt")));
        Assert.Equal("lazy", pictures[0].GetAttribute("loading"));
    }

    [Fact]
    public void A_picture_that_the_kiosk_does_not_show_becomes_its_description_with_a_link()
    {
        var body = TestKiosk.Parse(ArticleBody.ForPage("""<figure><img src="https://foto.example/a.jpg" alt="Een tafel"><figcaption>Foto</figcaption></figure>""", NotShown));

        Assert.Empty(body.QuerySelectorAll("img"));
        Assert.Equal("https://foto.example/a.jpg", body.QuerySelector("figure a")!.GetAttribute("href"));
        Assert.Contains("Een tafel", body.QuerySelector("figure a")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""<p><a href="https://bron.example/"><img src="https://foto.example/a.jpg" alt="x"></a></p>""")]
    [InlineData("""<p><img src="javascript:alert(1)" alt="x"></p>""")]
    [InlineData("""<p><img alt="x"></p>""")]
    public void A_picture_in_a_link_or_without_an_address_becomes_words_alone(string html)
    {
        var described = TestKiosk.Parse(ArticleBody.ForPage(html, NotShown)).QuerySelector(".absent-picture")!;

        Assert.Equal("Beeld: x", described.TextContent);
        Assert.Empty(described.QuerySelectorAll("a"));
    }

    [Fact]
    public void A_body_brings_no_second_first_heading_and_its_tables_scroll()
    {
        var body = TestKiosk.Parse(ArticleBody.ForPage("<h1>Kop</h1><table><tbody><tr><td>1</td></tr></tbody></table>", NotShown));

        Assert.Null(body.QuerySelector("h1"));
        Assert.Equal("Kop", body.QuerySelector("h2")!.TextContent);
        Assert.NotNull(body.QuerySelector("div.table-scroll[role=region][aria-label][tabindex='0'] > table.ledger"));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(10, 1)]
    [InlineData(238, 1)]
    [InlineData(2100, 9)]
    public void Reading_time_counts_in_whole_minutes(int words, int minutes) => Assert.Equal(minutes, ArticleCard.MinutesFor(words));

    [Theory]
    [InlineData(null, 1)]
    [InlineData("abc", 1)]
    [InlineData("0", 1)]
    [InlineData("-1", 1)]
    [InlineData("2", 2)]
    [InlineData("99999999", 3)]
    [InlineData("99999999999999999999999", 1)]
    public void A_page_number_is_drawn_into_the_list(string? asked, int page) => Assert.Equal(page, Paging.Of(asked, 41, _ => "").Page);

    [Fact]
    public void A_pager_names_first_last_and_neighbours() =>
        Assert.Equal([1, null, 6, 7, 8, null, 13], Paging.Of("7", 260, _ => "").Numbers());

    private static string? NotShown(string? address) => null;
}
