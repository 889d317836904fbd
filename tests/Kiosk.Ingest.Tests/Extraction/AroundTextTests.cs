namespace Kiosk.Ingest.Tests.Extraction;

/// <summary>What stands beside the text of an article, inside it and after it, without a name that says so.</summary>
public sealed class AroundTextTests
{
    private const string Other = "In Waterhoven begint na de zomer een proef met een noodfonds, waar de raad al jaren om vroeg.";
    private const string Long = Other + " Het college trekt er twee ton voor uit, en telt over een jaar hoeveel mensen het heeft geholpen.";

    [Theory]
    [InlineData("<div class=\"grid\"><div class=\"card\"><h3><a href=\"/1\">Waterhoven begint proef</a></h3><p>{0}</p></div><div class=\"card\"><h3><a href=\"/2\">Noodfonds open</a></h3><p>{0}</p></div></div>")]
    [InlineData("<ul><li><a href=\"/1\"><h3>Waterhoven begint proef</h3><p>{0}</p></a></li><li><a href=\"/2\"><h3>Noodfonds open</h3><p>{0}</p></a></li></ul>")]
    [InlineData("<div class=\"view\"><div class=\"views-row\"><h3><a href=\"/1\">Waterhoven begint proef</a></h3><p>{0}</p></div><div class=\"views-row\"><h3><a href=\"/2\">Noodfonds open</a></h3><p>{0}</p></div></div>")]
    [InlineData("<h2>Ander nieuws</h2><div><a href=\"/1\"><h3>Waterhoven begint proef</h3></a><p>{0}</p></div><div><a href=\"/2\"><h3>Noodfonds open</h3></a><p>{0}</p></div>")]
    public void Other_articles_in_a_row_are_no_part_of_this_one(string row)
    {
        var text = Read($"<div class=\"tekst\">{Pages.Paragraphs}</div>" + row.Replace("{0}", Other, StringComparison.Ordinal));
        Assert.Contains("Lindeburg", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Waterhoven", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ander nieuws", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Under_a_short_article_a_row_of_others_may_be_longer_than_it()
    {
        var row = string.Concat(Enumerable.Range(1, 4).Select(i => $"<div class=\"views-row\"><h3><a href=\"/{i}\">Waterhoven begint proef {i}</a></h3><p>{Other}</p></div>"));
        var text = Read($"<div class=\"tekst\">{Pages.Paragraphs}</div><div class=\"view\">{row}</div>");
        Assert.Contains("Lindeburg", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Waterhoven", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_overview_whose_headings_lead_to_its_sources_keeps_its_items()
    {
        var items = string.Concat(Enumerable.Range(1, 5).Select(i => $"<div class=\"item\"><h3><a href=\"https://elders.example/{i}\">Bericht {i} uit het land</a></h3><p>{Other}</p></div>"));
        var text = Read($"<p>Wat er deze week over schulden verscheen, in vijf berichten uit het hele land.</p>{items}");
        Assert.Contains("Bericht 5", text, StringComparison.Ordinal);
        Assert.Contains("Waterhoven", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("col-md-8", "col-md-4")]
    [InlineData("large-8 small-12 columns", "large-4 small-12 columns")]
    [InlineData("column two-thirds", "column one-third")]
    [InlineData("span9", "span3")]
    public void A_column_half_as_wide_as_the_text_is_no_part_of_it(string text, string beside)
    {
        var read = Read($"<div class=\"row\"><div class=\"{text}\">{Pages.Paragraphs}</div><div class=\"{beside}\"><h3>Proef</h3><p>{Long}</p></div></div>");
        Assert.DoesNotContain("Waterhoven", read, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_as_wide_as_the_text_belongs_to_it() =>
        Assert.Contains("Waterhoven", Read($"<div class=\"row\"><div class=\"col-md-6\">{Pages.Paragraphs}</div><div class=\"col-md-6\"><p>{Long}</p></div></div>"), StringComparison.Ordinal);

    [Theory]
    [InlineData("<div id=\"CybotCookiebotDialog\">{0}</div>")]
    [InlineData("<div id=\"onetrust-consent-sdk\"><div class=\"otPcCenter\">{0}</div></div>")]
    [InlineData("<div class=\"cookiemelding\">{0}</div>")]
    public void A_question_about_cookies_that_is_longer_than_the_article_is_no_part_of_it(string question)
    {
        var text = Read($"<div><div>{Pages.Paragraphs}</div></div>" + question.Replace("{0}", string.Concat(Enumerable.Repeat($"<p>{Long}</p>", 8)), StringComparison.Ordinal));
        Assert.Contains("Lindeburg", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Waterhoven", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div class=\"app-step-nav\"><ol><li class=\"app-step-nav__step\"><h3 class=\"app-step-nav__title\">Een proef</h3><p>{0}</p></li><li><h3>Stap twee</h3><p>{0}</p></li></ol></div>")]
    [InlineData("<div role=\"alert\" class=\"melding\"><p>{0}</p></div>")]
    [InlineData("<div class=\"frame\"><header><h2>Een proef</h2></header><p>{0}</p></div>")]
    [InlineData("<div><h2>Een proef</h2>{0}<br><br>{0}</div>")]
    [InlineData("<div class=\"section\"><div class=\"title\">Een proef</div><p>{0}</p></div>")]
    [InlineData("<h2>Bijlagen</h2><ul><li><a href=\"/waterhoven.pdf\">Waterhoven, het besluit</a></li><li><a href=\"/bijlage.pdf\">De bijlage bij het besluit</a></li></ul>")]
    public void What_only_sounds_like_a_menu_or_a_notice_stays(string part)
    {
        var text = Read(Pages.Paragraphs + part.Replace("{0}", Other, StringComparison.Ordinal) + Pages.Paragraphs);
        Assert.Contains("Waterhoven", text, StringComparison.Ordinal);
        if (part.Contains("Een proef", StringComparison.Ordinal))
            Assert.Contains("Een proef\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p><a href=\"/nieuws\">&larr; Terug naar het overzicht</a></p>")]
    [InlineData("<p>Trefwoorden: <a href=\"/t/1\">schulden</a>, <a href=\"/t/2\">incasso</a></p>")]
    [InlineData("<div class=\"knoppen\"><p>Deel deze pagina</p></div>")]
    [InlineData("<h2>Heeft deze informatie u geholpen?</h2><p><a href=\"?ja\">Ja</a> <a href=\"?nee\">Nee</a></p>")]
    [InlineData("<div class=\"film\"><p>U ziet deze video niet, omdat u geen marketingcookies heeft geaccepteerd.</p><a href=\"#\">Wijzig uw keuze</a></div>")]
    [InlineData("<p>Laatst bijgewerkt op 3 november 2026</p>")]
    [InlineData("<p><a href=\"/2\">Volgende pagina »</a></p>")]
    [InlineData("<article class=\"comment\"><p>Terug naar het overzicht van wat ik hier eerder over schreef, want het deugt niet.</p></article>")]
    public void Lines_about_the_site_are_no_text(string line)
    {
        var text = Read(Pages.Paragraphs + line);
        Assert.DoesNotMatch("Terug naar|Trefwoorden|Deel deze|geholpen|marketingcookies|bijgewerkt|Volgende pagina", text);
    }

    [Fact]
    public void A_short_message_does_not_make_the_footer_part_of_it()
    {
        var text = Pages.Read($"<title>Loket dicht</title><main><article><h1>Loket dicht</h1><p>Het loket in Lindeburg is maandag dicht.</p></article></main><footer><p>{Long}</p></footer>").Text;
        Assert.Contains("Lindeburg", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Waterhoven", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_opening_that_the_markup_calls_the_description_belongs_to_the_text_it_stands_over()
    {
        var text = Read($"""
            <div itemscope itemtype="https://schema.org/Article"><div class="row"><div class="teaser-text" itemprop="description"><p>{Other}</p></div></div>
            <div class="row"><div class="col-sm-6"><div itemprop="articleBody">{Pages.Paragraphs}</div></div><div class="col-sm-6"><img src="/a.jpg"></div></div></div>
            """);
        Assert.StartsWith("In Waterhoven", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_article_by_its_markup_is_another_one()
    {
        var text = Read($"<div itemscope itemtype=\"https://schema.org/NewsArticle\"><div itemprop=\"articleBody\">{Pages.Paragraphs}</div></div><div itemscope itemtype=\"https://schema.org/NewsArticle\"><p>{Long}</p></div>");
        Assert.DoesNotContain("Waterhoven", text, StringComparison.Ordinal);
    }

    private static string Read(string body) => Pages.Read($"<title>Aanbellen helpt</title><main><h1>Aanbellen helpt</h1>{body}</main>").Text;
}
