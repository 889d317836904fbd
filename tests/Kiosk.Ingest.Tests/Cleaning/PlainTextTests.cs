using Kiosk.Ingest.Cleaning;

namespace Kiosk.Ingest.Tests.Cleaning;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  Schuld \n\t hulp ", "Schuld hulp")]
    [InlineData("<b>schuld</b>hulp", "schuldhulp")]
    [InlineData("<p>een</p><p>twee</p>", "een twee")]
    [InlineData("Schuld &lt; &euro;&nbsp;5000 &amp; meer", "Schuld < \u20AC 5000 & meer")]
    [InlineData("Schuld < 5000 euro", "Schuld < 5000 euro")]
    [InlineData("R&D en AT&amp;T", "R&D en AT&T")]
    [InlineData("&amp;lt;b&amp;gt;", "&lt;b&gt;")]
    [InlineData("als a<b dan", "als a<b dan")]
    [InlineData("x<script>alert(1)</script>y<!-- z -->", "x y")]
    [InlineData("x<script>alert(1)", "x")]
    [InlineData("a\0b\u202Ec", "abc")]
    [InlineData("&#x202E;&#0;", "\uFFFD")]
    [InlineData("&lt;script&gt;", "<script>")]
    public void Titles_become_plain_text(string? html, string expected) => Assert.Equal(expected, PlainText.FromHtml(html));

    [Theory]
    [InlineData("kort", 10, "kort")]
    [InlineData("Een zin. Nog een zin die te lang is.", 14, "Een zin.")]
    [InlineData("Een zin. Nog een lange zin hier", 28, "Een zin. Nog een lange zin\u2026")]
    [InlineData("gemeente, gemeente", 12, "gemeente\u2026")]
    [InlineData("onafgebrokenwoord", 8, "onafgeb\u2026")]
    [InlineData("aaaa\uD83D\uDE00bb", 6, "aaaa\u2026")]
    [InlineData("ab", 1, "\u2026")]
    public void Excerpts_end_at_a_sentence_or_word(string text, int max, string expected)
    {
        Assert.Equal(expected, Excerpt.Of(text, max));
        Assert.True(expected.Length <= max);
    }
}
