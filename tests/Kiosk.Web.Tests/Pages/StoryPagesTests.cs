using System.Net;
using Kiosk.Data;
using Kiosk.Data.Merging;
using Kiosk.Data.Stories;

namespace Kiosk.Web.Tests.Pages;

/// <summary>The same news at several sources, and articles that were merged.</summary>
public sealed class StoryPagesTests
{
    [Fact]
    public async Task Vandaag_has_one_card_for_a_story_and_says_who_else_tells_it()
    {
        await using var kiosk = await TestKiosk.StartAsync(FillStory);

        var page = await kiosk.PageAsync("/");

        Assert.Equal(["Los stuk", "Persbericht"], page.QuerySelectorAll("main article .card-title a").Select(link => link.TextContent).Order(StringComparer.Ordinal));
        Assert.Equal("ook bij NOS, Divosa", page.QuerySelector(".also-at")!.TextContent);
    }

    [Fact]
    public async Task A_story_whose_lead_is_out_of_sight_still_has_a_card()
    {
        await using var kiosk = await TestKiosk.StartAsync(db =>
        {
            FillStory(db);
            db.Articles.Single(article => article.Title == "Persbericht").State = ArticleState.Hidden;
        });

        var page = await kiosk.PageAsync("/");

        Assert.Equal(2, page.QuerySelectorAll("main article").Length);
        Assert.Single(page.QuerySelectorAll(".also-at"));
    }

    [Fact]
    public async Task An_article_links_to_the_same_news_elsewhere_and_does_not_name_it_twice()
    {
        await using var kiosk = await TestKiosk.StartAsync(FillStory);

        var page = await kiosk.PageAsync("/artikel/1/persbericht");

        Assert.Equal(["/artikel/2/bij-de-nos", "/artikel/3/bij-divosa"], page.QuerySelectorAll(".siblings a").Select(link => link.GetAttribute("href")));
        Assert.Contains("Divosa", page.QuerySelector(".siblings")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Los stuk"], page.QuerySelectorAll(".angles .card-title").Select(title => title.TextContent));
    }

    [Theory]
    [InlineData("/artikel/3/bij-divosa", "/artikel/1")]
    [InlineData("/api/v1/articles/3", "/api/v1/articles/1")]
    public async Task The_address_of_a_merged_article_leads_to_the_one_that_stayed(string old, string now)
    {
        await using var kiosk = await TestKiosk.StartAsync(db =>
        {
            FillStory(db);
            ArticleMerge.MergeAsync(db, keepId: 1, mergedId: 3, TestKiosk.Now).GetAwaiter().GetResult();
        });

        using var response = await kiosk.GetAsync(old);

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(now, response.Headers.Location!.ToString());
    }

    private static void FillStory(KioskDb db)
    {
        var topic = Seeds.Topic("schulden");
        var articles = new[]
        {
            Seeds.Article(Seeds.Source("ministerie", Rights.Full, name: "Ministerie"), "Persbericht", 0.4, "Een opening.").With(topic),
            Seeds.Article(Seeds.Source("nos", name: "NOS"), "Bij de NOS", 0.3, "Een opening.").With(topic),
            Seeds.Article(Seeds.Source("divosa", name: "Divosa"), "Bij Divosa", 0.2, "Een opening.").With(topic),
            Seeds.Article(Seeds.Source("los", name: "Los"), "Los stuk", 0.1, "Een opening.").With(topic),
        };
        foreach (var article in articles)
        {
            db.Articles.Add(article);
            db.SaveChanges();
        }

        StoryMembership.StartAsync(db, [.. articles.Take(3).Select(article => article.Id)], TestKiosk.Now).GetAwaiter().GetResult();
        db.ChangeTracker.Clear();
    }
}
