namespace Kiosk.Search.Tests.Highlighting;

public sealed class HighlightingTests
{
    [Theory]
    [InlineData("schuld", "Gemeenten en [Schulden]", "")]
    [InlineData("financiele", "De [financiële] nood", "")]
    [InlineData("\"recht op hulp\"", "[Recht] [op] [hulp], geen recht", "")]
    [InlineData("schuldena*", "De [schuldenaar] en zijn schuld", "")]
    [InlineData("WOZ-waarde", "De [WOZ-waarde] stijgt", "")]
    [InlineData("waarde", "De WOZ-[waarde] stijgt", "")]
    [InlineData("foto", "Twee [foto’s] 😀", "")]
    [InlineData("nood -hulp", "<b>[Nood]</b> & meer", "")]
    [InlineData("xyz OF nood", "Zonder [nood]", "")]
    public void Matches_are_marked_as_the_original_spells_them(string question, string title, string body)
    {
        using var index = new TempIndex(Articles.One(1, title.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal), body));
        Assert.Equal(title, Marked(Assert.Single(index.Search(question).Hits).Title));
    }

    [Fact]
    public void A_snippet_shows_where_most_of_the_words_stand_together()
    {
        var filler = string.Join(' ', Enumerable.Repeat("vulling", 100));
        using var index = new TempIndex(Articles.One(1, "Titel", $"Eerst schuld. {filler} Hier staan schulden en beslag bij elkaar. {filler}"));
        var snippet = Marked(Assert.Single(index.Search("schuld beslag").Hits).Snippet);
        Assert.Contains("staan [schulden] en [beslag] bij elkaar", snippet, StringComparison.Ordinal);
        Assert.StartsWith("… vulling", snippet, StringComparison.Ordinal);
        Assert.EndsWith("vulling …", snippet, StringComparison.Ordinal);
        Assert.InRange(snippet.Length, 150, 260);
    }

    [Fact]
    public void A_match_in_the_title_only_shows_how_the_text_opens()
    {
        using var index = new TempIndex(Articles.One(1, "Schuld", string.Join(' ', Enumerable.Repeat("woorden", 80)), lead: "De opening."));
        var snippet = Marked(Assert.Single(index.Search("schuld").Hits).Snippet);
        Assert.StartsWith("De opening. woorden woorden", snippet, StringComparison.Ordinal);
        Assert.EndsWith("woorden …", snippet, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lead_that_opens_the_body_is_not_shown_twice()
    {
        using var index = new TempIndex(Articles.One(1, "Titel", "Over schuld. En meer.", lead: "Over schuld."));
        Assert.Equal("Over [schuld]. En meer.", Marked(Assert.Single(index.Search("schuld").Hits).Snippet));
    }

    [Fact]
    public void An_article_without_text_has_no_snippet()
    {
        using var index = new TempIndex(Articles.One(1, "Schuld"));
        Assert.Empty(Assert.Single(index.Search("schuld").Hits).Snippet);
    }

    [Theory]
    [InlineData("😀")]
    [InlineData("é̂")]
    [InlineData("x")]
    public void A_text_without_spaces_is_cut_without_breaking_a_character(string letter)
    {
        using var index = new TempIndex(Articles.One(1, "Schuld", string.Concat(Enumerable.Repeat(letter, 500)) + " schuld " + string.Concat(Enumerable.Repeat(letter, 500))));
        var text = string.Concat(Assert.Single(index.Search("schuld").Hits).Snippet.Select(part => part.Text));
        Assert.Contains("schuld", text, StringComparison.Ordinal);
        Assert.Equal(text, new string([.. text.EnumerateRunes().SelectMany(rune => rune.ToString())]));
        Assert.InRange(text.Length, 50, 300);
    }

    private static string Marked(IEnumerable<TextPart> parts) => string.Concat(parts.Select(part => part.Hit ? $"[{part.Text}]" : part.Text));
}
