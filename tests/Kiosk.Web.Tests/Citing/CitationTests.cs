using System.Text.Json;
using Kiosk.Data;
using Kiosk.Web.Citing;

namespace Kiosk.Web.Tests.Citing;

public sealed class CitationTests
{
    private static readonly CitedWork Work = new()
    {
        Id = 17,
        Title = "Wie betaalt 100% & waarom? {Kosten_baten} #1",
        Authors = [CitedName.Parse("Anna van der Berg"), CitedName.Parse("Hogeschool Utrecht")],
        Publisher = "Lectoraat Schulden & Incasso",
        Published = new DateOnly(2026, 11, 18),
        Url = "https://hu.example/stuk_1?a=b&c=%20d",
        Kind = ArticleKind.Onderzoek,
        Language = "nl",
        Doi = "10.1000/a_182",
    };

    private static readonly CitedWork Bare = new() { Id = 3, Title = "Zonder datum", Publisher = "NVVK", Url = "https://nvvk.example/3" };

    private static readonly CitedWork Ruling = new()
    {
        Id = 9,
        Title = "Rechtbank Amsterdam, dwangakkoord",
        Publisher = "Rechtspraak.nl",
        Published = new DateOnly(2026, 4, 1),
        Url = "https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:RBAMS:2026:123",
        Kind = ArticleKind.Uitspraak,
        Ecli = "ECLI:NL:RBAMS:2026:123",
    };

    [Fact]
    public void Apa_names_the_authors_the_year_and_where_it_stands() => Assert.Equal(
        "Berg, A. van der, & Hogeschool Utrecht. (2026). Wie betaalt 100% & waarom? {Kosten_baten} #1. Lectoraat Schulden & Incasso. https://doi.org/10.1000/a_182", Apa.Write(Work));

    [Fact]
    public void Apa_gives_the_day_of_news() =>
        Assert.Equal("NVVK. (2026, 3 mei). Zonder datum. https://nvvk.example/3", Apa.Write(Bare with { Kind = ArticleKind.Nieuws, Published = new DateOnly(2026, 5, 3) }));

    [Fact]
    public void Without_author_and_date_the_source_stands_for_it() => Assert.Equal("NVVK. (z.d.). Zonder datum. https://nvvk.example/3", Apa.Write(Bare));

    [Fact]
    public void A_ruling_is_cited_by_its_ecli() => Assert.Equal(
        "Rechtbank Amsterdam, dwangakkoord. (1 april 2026). ECLI:NL:RBAMS:2026:123. https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:RBAMS:2026:123", Apa.Write(Ruling));

    [Fact]
    public void Of_many_authors_the_first_nineteen_and_the_last_are_named()
    {
        var many = Work with { Authors = [.. Enumerable.Range(1, 21).Select(number => new CitedName($"Naam{number}", "A."))] };
        Assert.Contains("Naam19, A., … Naam21, A.", Apa.Write(many), StringComparison.Ordinal);
        Assert.DoesNotContain("Naam20", Apa.Write(many), StringComparison.Ordinal);
    }

    [Fact]
    public void Ris_has_a_line_for_each_thing_and_none_for_what_is_unknown()
    {
        Assert.Equal(
            """
            TY  - RPRT
            TI  - Wie betaalt 100% & waarom? {Kosten_baten} #1
            AU  - van der Berg, Anna
            AU  - Hogeschool Utrecht,
            PB  - Lectoraat Schulden & Incasso
            PY  - 2026
            DA  - 2026/11/18
            DO  - 10.1000/a_182
            LA  - nl
            UR  - https://hu.example/stuk_1?a=b&c=%20d
            ER  - 


            """, Ris.Write([Work]).Replace("\r\n", "\n", StringComparison.Ordinal));
        Assert.Equal("TY  - NEWS\r\nTI  - Zonder datum\r\nPB  - NVVK\r\nUR  - https://nvvk.example/3\r\nER  - \r\n\r\n", Ris.Write([Bare]));
        Assert.StartsWith("TY  - CASE", Ris.Write([Ruling]), StringComparison.Ordinal);
        Assert.StartsWith("TY  - STAT", Ris.Write([Bare with { Kind = ArticleKind.Wet }]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_cannot_break_out_of_its_line() =>
        Assert.DoesNotContain("\nER", Ris.Write([Bare with { Title = "Een\r\nER  - \r\nTY  - BOOK" }]).Replace("\nER  - \r\n\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void BibTeX_escapes_what_TeX_would_take_for_a_command() => Assert.Equal(
        """
        @techreport{berg2026-17,
          title = {{Wie betaalt 100\% \& waarom? \{Kosten\_baten\} \#1}},
          author = {van der Berg, Anna and {Hogeschool Utrecht}},
          institution = {Lectoraat Schulden \& Incasso},
          year = {2026},
          date = {2026-11-18},
          doi = {10.1000/a\_182},
          langid = {dutch},
          url = {https://hu.example/stuk_1?a=b&c=%20d},
        }

        """, BibTeX.Write([Work]));

    [Theory]
    [InlineData("a\\b}{", @"{{a\textbackslash{}b\}\{}}")]
    [InlineData("~^€ é", @"{{\textasciitilde{}\textasciicircum{}€ é}}")]
    public void No_title_ends_its_own_field(string title, string expected) => Assert.Contains($"title = {expected},", BibTeX.Write([Bare with { Title = title }]), StringComparison.Ordinal);

    [Fact]
    public void Csl_tells_the_prefix_apart_and_leaves_out_what_is_unknown()
    {
        using var json = JsonDocument.Parse(CslJson.Write([Work, Bare, Ruling]));
        var (work, bare, ruling) = (json.RootElement[0], json.RootElement[1], json.RootElement[2]);
        Assert.Equal("""{"family":"Berg","given":"Anna","dropping-particle":"van der"}""", JsonSerializer.Serialize(work.GetProperty("author")[0]));
        Assert.Equal("Hogeschool Utrecht", work.GetProperty("author")[1].GetProperty("literal").GetString());
        Assert.Equal("[[2026,11,18]]", JsonSerializer.Serialize(work.GetProperty("issued").GetProperty("date-parts")));
        Assert.False(bare.TryGetProperty("author", out _) || bare.TryGetProperty("issued", out _));
        Assert.Equal(("legal_case", "ECLI:NL:RBAMS:2026:123"), (ruling.GetProperty("type").GetString(), ruling.GetProperty("number").GetString()));
    }
}
