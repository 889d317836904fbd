using System.Net;
using Kiosk.Data;
using Kiosk.Search;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Kiosk.Web.Tests.Pages;

/// <summary>What a source keeps to itself is shown nowhere. All routes are walked, so a new one is tried by itself.</summary>
public sealed class RightsTests
{
    /// <summary>Finds the piece, and stands beside the secret.</summary>
    private const string Beside = "sleutelwoord";

    private const string Secret = "geheimenis";

    private static readonly string Body =
        string.Concat(Enumerable.Range(1, 30).Select(number => $"<p>Alinea {number} over schulden en beslag in de gemeente.</p>")) + $"<p>Hier staat het {Beside} {Secret} geschreven.</p>";

    [Fact]
    public async Task No_route_shows_what_a_source_keeps_to_itself()
    {
        await using var kiosk = await TestKiosk.StartAsync(db => Fill(db, Rights.Link, Rights.Excerpt));
        var routes = kiosk.Endpoints.OfType<RouteEndpoint>().Where(AnswersGet).Select(endpoint => endpoint.RoutePattern).DistinctBy(pattern => pattern.RawText).ToList();
        var shown = 0;
        foreach (var path in routes.SelectMany(Paths).SelectMany(WithQuestions).Distinct())
        {
            using var response = await kiosk.GetAsync(path);
            shown += response.StatusCode == HttpStatusCode.OK ? 1 : 0;
            var all = response.Headers + await response.Content.ReadAsStringAsync();
            Assert.False(all.Contains(Secret, StringComparison.OrdinalIgnoreCase), $"{path} shows the secret");
        }

        Assert.True(shown > 30, $"Only {shown} answers: the walk does not reach the pages.");
    }

    [Theory]
    [InlineData("/artikel/3")]
    [InlineData("/api/v1/articles/3")]
    [InlineData($"/api/v1/search?q={Beside}&source=full")]
    public async Task What_a_source_gives_in_full_is_shown(string path)
    {
        await using var kiosk = await TestKiosk.StartAsync(db => Fill(db, Rights.Link, Rights.Excerpt, Rights.Full));
        using var response = await kiosk.GetAsync(path);
        var answer = response.StatusCode == HttpStatusCode.OK ? response : await kiosk.GetAsync(response.Headers.Location!.OriginalString);
        Assert.Contains(Secret, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hidden_text_still_finds_its_piece()
    {
        await using var kiosk = await TestKiosk.StartAsync(db => Fill(db, Rights.Link, Rights.Excerpt, Rights.Full));
        var page = await kiosk.PageAsync($"/zoeken?q={Beside}");
        Assert.Equal(3, page.QuerySelectorAll(".hit").Length);
    }

    [Fact]
    public void A_piece_within_the_excerpt_is_shown_as_it_was_found_and_any_other_gives_way_to_the_excerpt()
    {
        IReadOnlyList<TextPart> within = [new("… over ", Hit: false), new("schulden", Hit: true), new(" en …", Hit: false)];
        Assert.Same(within, ReadingRights.Snippet(Rights.Excerpt, "Een opening over\nschulden en meer.", within));
        Assert.Equal([new TextPart("Een opening.", Hit: false)], ReadingRights.Snippet(Rights.Excerpt, "Een opening.", within));
        Assert.Empty(ReadingRights.Snippet(Rights.Excerpt, "", within));
    }

    /// <summary>An article of a source of each sort, the source named after its rights.</summary>
    private static void Fill(KioskDb db, params Rights[] sorts)
    {
        var topic = Seeds.Topic("beslag");
        foreach (var rights in sorts)
        {
            db.Articles.Add(Seeds.Article(Seeds.Source(Names.Of(rights), rights), $"Stuk van {Names.Of(rights)}", 0.1, "Een opening over schulden.", Body).With(topic));
            db.SaveChanges();
        }
    }

    private static bool AnswersGet(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not { } methods || methods.HttpMethods.Contains(HttpMethods.Get);

    /// <summary>The pattern with every value that means something in its places.</summary>
    private static IEnumerable<string> Paths(RoutePattern pattern)
    {
        IEnumerable<string> paths = [""];
        foreach (var segment in pattern.PathSegments)
        {
            var values = segment.Parts.OfType<RoutePatternParameterPart>().FirstOrDefault() is null
                ? [string.Concat(segment.Parts.OfType<RoutePatternLiteralPart>().Select(part => part.Content))]
                : new[] { "1", "2", "link", "excerpt", "beslag", "stuk-van-link", "stuk-van-excerpt" };
            paths = paths.SelectMany(_ => values, static (path, value) => $"{path}/{value}").ToList();
        }

        return paths.Select(static path => path.Length == 0 ? "/" : path);
    }

    private static IEnumerable<string> WithQuestions(string path) =>
        [path, $"{path}?q={Beside}", $"{path}?q={Beside}&bron=link&source=link", $"{path}?q={Beside}+geschreven"];
}
