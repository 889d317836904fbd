using System.Text.RegularExpressions;
using Kiosk.Data;
using Kiosk.Web.Demo;

namespace Kiosk.Web.Tests.Demo;

public sealed partial class DemoArticleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 8, 30, 0, TimeSpan.Zero);
    private static readonly IReadOnlyList<DemoArticle> Articles = DemoArchive.Read(Now);

    [Fact]
    public void Every_article_says_who_wrote_what_and_has_110_words_or_more() => Assert.All(Articles, article =>
    {
        Assert.NotEmpty(article.Authors);
        Assert.InRange(article.Title.Length, 8, 300);
        Assert.InRange(Words(article.Lead).Length, 10, 60);
        Assert.InRange(Words(article.Body).Length, 110, 2000);
    });

    [Fact]
    public void Every_article_belongs_to_a_source_of_its_kind() => Assert.All(Articles, article =>
        Assert.Equal(article.Kind, DemoSource.All.Single(source => source.Id == article.Source).Kind));

    [Fact]
    public void Every_topic_hint_names_a_topic() => Assert.All(
        Articles.SelectMany(article => article.Topics).Concat(DemoSource.All.SelectMany(source => source.Topics)),
        id => Assert.Contains(DemoTopic.All, topic => topic.Id == id));

    [Fact]
    public void No_two_titles_are_equal() =>
        Assert.Equal(Articles.Count, Articles.Select(article => article.Title).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Fact]
    public void There_are_about_sixty_articles_and_some_of_each_kind()
    {
        Assert.InRange(Articles.Count, 58, 70);
        var counts = Articles.CountBy(article => article.Kind).ToDictionary();
        Assert.All(Enum.GetValues<ArticleKind>(), kind => Assert.InRange(counts.GetValueOrDefault(kind), 5, 22));
    }

    [Fact]
    public void Three_reports_are_long() => Assert.Equal(3, Articles.Count(article => Words(article.Body).Length >= 1200));

    [Fact]
    public void Every_article_is_finished_Dutch() => Assert.All(Articles, article =>
    {
        Assert.DoesNotMatch("(?i)lorem|todo|xxx|[{}]", article.Title + article.Lead + article.Body);
        var words = Words(article.Body);
        Assert.InRange(words.Count(word => word is "de" or "het" or "een" or "van" or "en" or "in" or "ik" or "dat" or "is") / (double)words.Length, 0.1, 0.4);
    });

    [Fact]
    public void No_paragraph_stands_twice_except_in_the_press_release_that_two_sources_print()
    {
        var repeated = Articles.SelectMany(article => article.Body.Split("\n\n").Where(text => text.Length > 80).Select(text => (text, article.Slug)))
            .GroupBy(pair => pair.text).Where(group => group.Count() > 1).ToList();
        Assert.Equal(2, repeated.Count);
        Assert.All(repeated, group => Assert.Equal(["01-jongeren-schulden", "02-noorderveld-jongeren"], group.Select(pair => pair.Slug).Order()));
    }

    [Fact]
    public void One_article_has_no_date_and_one_has_no_title_in_its_feed()
    {
        Assert.Equal("tegenwicht", Assert.Single(Articles, article => article.Published is null).Source);
        Assert.Equal("werkvloer", Assert.Single(Articles, article => !article.TitleInFeed).Source);
    }

    [Fact]
    public void Titles_hold_the_characters_that_break_pages_and_one_is_very_long()
    {
        Assert.All("ë€“”&<‘’:?", mark => Assert.Contains(Articles, article => article.Title.Contains(mark)));
        Assert.Single(Articles, article => article.Title.Length > 200);
    }

    [Fact]
    public void Nothing_is_published_in_the_future_and_the_newest_is_of_today()
    {
        Assert.All(Articles, article => Assert.False(article.Published > Now));
        Assert.True(Now - Articles.Max(article => article.Published) < TimeSpan.FromHours(12));
    }

    [Fact]
    public void A_file_that_lacks_a_field_says_which() => Assert.Contains("'kind'",
        Assert.Throws<FormatException>(() => DemoArticle.Parse("bron", "stuk", "---\ntitle: Kop\n---\nTekst", Now)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("5h", "2026-11-20T03:30:00Z")]
    [InlineData("1.5d", "2026-11-18T20:30:00Z")]
    public void An_age_counts_back_from_now(string age, string published) =>
        Assert.Equal(DateTimeOffset.Parse(published, null), Parse(age: age).Published);

    [Theory]
    [InlineData(3, "maandag 23 november 2026")]
    [InlineData(8, "maandag 30 november 2026")] // Falls on a Saturday.
    [InlineData(9, "maandag 30 november 2026")] // Falls on a Sunday.
    public void A_date_in_the_text_lies_ahead_on_a_working_day(int days, string expected) =>
        Assert.Equal($"Op {expected}.", Parse(body: $"Op {{datum {days}}}.").Body);

    private static DemoArticle Parse(string age = "1d", string body = "Tekst.") =>
        DemoArticle.Parse("bron", "stuk", $"---\ntitle: Kop\nkind: nieuws\nauthor: Iemand\nage: {age}\nlead: Intro.\n---\n{body}", Now);

    private static string[] Words(string text) => [.. WordPattern().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'’-]*", RegexOptions.None, 1000)]
    private static partial Regex WordPattern();
}
