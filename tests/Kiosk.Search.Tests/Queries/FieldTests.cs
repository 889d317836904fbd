using Kiosk.Search.Queries;

namespace Kiosk.Search.Tests.Queries;

public sealed class FieldTests
{
    private static readonly IndexedArticle Article = Articles.One(1, "De schone lei in de Wsnp", "Over schulden en beslag.", lead: "Een overzicht.") with
    {
        Published = new DateTimeOffset(2024, 12, 31, 23, 30, 0, TimeSpan.Zero),
        Kind = "uitspraak",
        Source = "nibud",
        SourceName = "Nibud (Nationaal Instituut)",
        Topics = ["wsnp", "kind-en-armoede"],
        TopicNames = ["Wsnp", "Kind en armoede"],
        Authors = ["Fenna de Wit", "Jan Ïnce"],
        Phases = ["wsnp"],
        Roles = ["bewindvoerder"],
        Evidence = "geldend-recht",
        Rights = "excerpt",
        ValidFrom = new DateOnly(2025, 1, 1),
        ValidUntil = new DateOnly(2025, 6, 30),
    };

    [Theory]
    [InlineData("titel:lei", true)]
    [InlineData("titel:schul*", false)]
    [InlineData("titel:scho*", true)]
    [InlineData("titel:\"schone lei\"", true)]
    [InlineData("titel:\"lei schone\"", false)]
    [InlineData("titel:beslag", false)]
    [InlineData("titel:de", true)]
    [InlineData("auteur:wit", true)]
    [InlineData("auteur:\"fenna wit\"", true)]
    [InlineData("auteur:ince", true)]
    [InlineData("auteur:beslag", false)]
    [InlineData("soort:uitspraken", true)]
    [InlineData("soort:wet", false)]
    [InlineData("bron:nibud", true)]
    [InlineData("bron: nibud", true)]
    [InlineData("bron:instituut", true)]
    [InlineData("bron:nvvk", false)]
    [InlineData("onderwerp:\"kind en armoede\"", true)]
    [InlineData("onderwerp:armoede", true)]
    [InlineData("fase:wsnp", true)]
    [InlineData("rol:bewindvoerders", true)]
    [InlineData("bewijs:\"geldend recht\"", true)]
    [InlineData("rechten:excerpt", true)]
    [InlineData("jaar:2025", true)]
    [InlineData("jaar:2024", false)]
    [InlineData("jaar:2020-2025", true)]
    [InlineData("na:2025", true)]
    [InlineData("na:2025-01-02", false)]
    [InlineData("voor:2025-01-02", true)]
    [InlineData("voor:2025", false)]
    [InlineData("geldig:2025-03", true)]
    [InlineData("geldig:30-6-2025", true)]
    [InlineData("geldig:2025-07-01", false)]
    [InlineData("geldig:nu", false)]
    [InlineData("geldig:NU", false)]
    [InlineData("na:2/1/2025", false)]
    [InlineData("na:31.12.2024", true)]
    [InlineData("na:1 januari 2025", true)]
    [InlineData("na:\"2 jan. 2025\"", false)]
    [InlineData("voor:februari 2025 schulden", true)]
    [InlineData("voor:mrt 2024", false)]
    [InlineData("na:01-2025", true)]
    [InlineData("jaar:2020/2025", true)]
    [InlineData("jaar:\"2020 – 2024\"", false)]
    [InlineData("titel:(lei OF beslag)", true)]
    [InlineData("titel:(loon beslag)", false)]
    [InlineData("titel:(de lei)", true)]
    [InlineData("titel:-beslag", true)]
    [InlineData("titel:(lei -wsnp)", false)]
    [InlineData("soort:(wet OF uitspraak)", true)]
    [InlineData("(titel:lei bron:(nvvk OF nibud))", true)]
    [InlineData("schulden soort:uitspraak -bron:nvvk", true)]
    [InlineData("schulden (bron:nvvk OF bron:nibud)", true)]
    [InlineData("SOORT:uitspraak", true)]
    public void A_field_narrows_alike_with_and_without_an_index(string question, bool matches)
    {
        var query = Query.Parse(question, out var notes);
        Assert.Empty(notes);
        Assert.Equal(matches, query.Matches(Article));
        Assert.Equal(query.ToString(), Query.Parse(query.ToString()).ToString());
        using var index = new TempIndex(Article, Articles.One(2, "Iets anders"));
        Assert.Equal(matches, index.Ids(question).Contains(1));
    }

    [Theory]
    [InlineData("schuld soort:roman", "soort ‘roman’ niet")]
    [InlineData("schuld na:gisteren", "geen datum")]
    [InlineData("schuld jaar:20x", "geen jaar")]
    [InlineData("schuld titel:", "hoort een woord")]
    [InlineData("schuld auteur:!!", "geen naam")]
    [InlineData("schuld titel:()", "hoort een woord")]
    [InlineData("schuld na:(morgen)", "geen datum")]
    [InlineData("schuld bron:nib*", "sterretje werkt niet achter ‘bron:’")]
    public void What_cannot_be_read_behind_a_field_is_left_out_and_said(string question, string note)
    {
        var query = Query.Parse(question, out var notes);
        Assert.Contains("schuld", query.ToString(), StringComparison.Ordinal);
        Assert.Contains(notes, said => said.Contains(note, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://voorbeeld.nl/pad")]
    [InlineData("10:30")]
    [InlineData("let op: schuld")]
    public void A_colon_behind_another_word_is_no_field(string question)
    {
        Query.Parse(question, out var notes);
        Assert.Empty(notes);
    }

    [Fact]
    public void A_value_that_no_article_has_is_said()
    {
        using var index = new TempIndex(Article);
        Assert.Equal(["Geen enkel stuk heeft bron ‘raadhuis’."], index.Search("schulden bron:raadhuis").Notes);
        Assert.Empty(index.Search("beslagen bron:nibud").Notes);
        Assert.Empty(index.Search("zeppelin bron:nibud").Notes);
    }
}
