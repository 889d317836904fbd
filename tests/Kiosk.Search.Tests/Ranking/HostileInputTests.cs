namespace Kiosk.Search.Tests.Ranking;

public sealed class HostileInputTests
{
    public static TheoryData<string> Texts =>
    [
        "\"", "\"\"\"", "'", "';drop table article;--", "schuld\" OR \"1\"=\"1", "title:schuld", "{title}: schuld", "- {extra} : schuld", "^schuld", "schuld NEAR hulp",
        "NEAR(schuld hulp, 2)", "schuld + hulp", "schuld AND", "AND AND", "NOT", "NOT schuld", "(((", ")))", "(OR)", "*", "**", "schuld**", "=", "=snos", "~schulden", "\"=\"", "\"~schuld\"*",
        "\0", "schuld\0hulp", "\uFFFF\uFFFE", "\uD83D", "😀👍🏽", "👨‍👩‍👧", "الديون والمساعدة", "\u202Eschuld\u202C", "חוֹב", "債務", "ﷺ", "½", "ﾞ", "a\u0301\u0301\u0301\u0301", "%", "_", "\\", "<script>alert(1)</script>",
        "schuld\r\n\thulp", "{", "}", "[x]", "$x ?1 :a @b", "-", "--", "-\"", "-(", "-()", "\"-\"", "OF", "NIET NIET", "1.2.3.4.5", "1,2,3", "....", "a-b-c-d-e-f-g-h-i", "-a-b",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Whatever_is_typed_gives_an_answer(string text)
    {
        using var index = new TempIndex(Articles.One(1, "Schuld", "hulp 1.2.3.4.5 債務"));
        Assert.InRange(index.Search(text).Total, 0, 1);
        Assert.InRange(index.Search($"hulp {text}").Total, 0, 1);
    }

    [Fact]
    public void Whatever_an_article_holds_can_be_indexed_and_found_again()
    {
        var articles = Texts.Select((text, number) => Articles.One(number + 1, text.Data, text.Data) with { Topics = [text.Data], Source = text.Data, Kind = text.Data }).ToArray();
        using var index = new TempIndex(articles);
        Assert.Equal(articles.Length, index.Index.Count);
        Assert.Equal(articles.Length, index.Search("").Total);
        foreach (var article in articles.Where(article => article.Source.Length > 0))
            Assert.Contains(index.Index.Search(new() { Text = "", Source = article.Source }).Hits, hit => hit.ArticleId == article.Id);
    }

    [Theory]
    [InlineData("schuld ")]
    [InlineData("(schuld OF ")]
    [InlineData("-(a ")]
    [InlineData("\"a\" ")]
    [InlineData("s OF ")]
    [InlineData("ab* ")]
    [InlineData("a-b ")]
    [InlineData("x")]
    public void Ten_thousand_letters_give_an_answer(string piece)
    {
        using var index = new TempIndex(Articles.One(1, "Schuld"));
        Assert.InRange(index.Search(string.Concat(Enumerable.Repeat(piece, 10_000 / piece.Length))).Total, 0, 1);
    }

    [Fact]
    public void Many_different_words_and_brackets_give_an_answer()
    {
        using var index = new TempIndex(Articles.One(1, "w1 w2 w3"));
        var words = Enumerable.Range(0, 300).Select(number => number % 3 == 0 ? $"(w{number} OF v{number}*)" : $"\"w{number} x\"");
        Assert.InRange(index.Search(string.Join(' ', words)).Total, 0, 1);
        Assert.InRange(index.Search(string.Concat(Enumerable.Range(0, 15).Select(number => $"(a{number} OF -(b{number} "))).Total, 0, 1);
    }

    [Fact]
    public void Odd_page_numbers_are_taken_for_sensible_ones()
    {
        using var index = new TempIndex(Articles.One(1, "Schuld"));
        Assert.Single(index.Index.Search(new() { Text = "schuld", Skip = -5, Take = -1 }).Hits);
        Assert.Empty(index.Index.Search(new() { Text = "schuld", Skip = int.MaxValue, Take = int.MaxValue }).Hits);
    }
}
