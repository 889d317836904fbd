using Kiosk.Search.Queries;

namespace Kiosk.Search.Tests.Queries;

public sealed class QueryParserTests
{
    [Theory]
    [InlineData("schuldhulp gemeente", "schuldhulp gemeente")]
    [InlineData("Schulden", "schulden")]
    [InlineData("hoe lang duurt een schuldregeling?", "lang duurt schuldregeling")]
    [InlineData("de wie het", "\"de\" \"wie\" \"het\"")]
    [InlineData("\"recht op hulp\"", "\"recht op hulp\"")]
    [InlineData("“recht op hulp”", "\"recht op hulp\"")]
    [InlineData("\"de\"", "\"de\"")]
    [InlineData("schuld -incasso", "schuld -incasso")]
    [InlineData("schuld NIET incasso", "schuld -incasso")]
    [InlineData("schuld NOT NOT incasso", "schuld incasso")]
    [InlineData("schuld - incasso", "schuld incasso")]
    [InlineData("schuld --incasso", "schuld incasso")]
    [InlineData("wgs OF msnp", "wgs OF msnp")]
    [InlineData("wgs OR msnp AND nvvk", "wgs OF (msnp nvvk)")]
    [InlineData("(wgs OF msnp) nvvk", "(wgs OF msnp) nvvk")]
    [InlineData("wgs of msnp en nvvk", "wgs msnp nvvk")]
    [InlineData("-(wgs msnp)", "-(wgs msnp)")]
    [InlineData("vroegsignaler* OF (betalingsachterstand* EN huisbezoek*)", "vroegsignaler* OF (betalingsachterstand* huisbezoek*)")]
    [InlineData("WOZ-waarde", "\"woz waarde\" OF wozwaarde")]
    [InlineData("\"de WOZ-waarde van\"", "\"de woz waarde van\"")]
    [InlineData("kosten-bate*", "kosten bate*")]
    [InlineData("schuld schuld schuld", "schuld")]
    [InlineData("huur/hypotheek", "huur hypotheek")]
    [InlineData("armoede,schulden;incasso", "armoede schulden incasso")]
    [InlineData("en/of huur", "huur")]
    [InlineData("2023/24", "\"2023 24\"")]
    [InlineData("schuld & incasso", "schuld incasso")]
    [InlineData("schuld + incasso", "schuld incasso")]
    [InlineData("wgs | msnp", "wgs OF msnp")]
    [InlineData("wgs || msnp", "wgs OF msnp")]
    [InlineData("schuld –incasso", "schuld -incasso")]
    [InlineData("schuld – incasso", "schuld incasso")]
    [InlineData("https://www.nvvk.nl/nieuws", "https \"www nvvk nl\" nieuws")]
    [InlineData("schuld**", "schuld*")]
    [InlineData("€ 1.500", "eur150000 OF 1500")]
    [InlineData("info@nvvk.nl", "\"info nvvk nl\"")]
    [InlineData("   ", "")]
    public void A_question_is_read_as_a_person_means_it(string text, string canonical)
    {
        var query = Query.Parse(text, out var notes);
        Assert.Equal(canonical, query.ToString());
        Assert.Empty(notes);
    }

    [Theory]
    [InlineData("\"recht op hulp", "\"recht op hulp\"", "aanhalingsteken")]
    [InlineData("(schuld", "schuld", "ontbreekt een haakje")]
    [InlineData("schuld)", "schuld", "haakje te veel")]
    [InlineData("OF schuld", "schuld", "‘OF’ staat los")]
    [InlineData("schuld OF", "schuld", "‘OF’ staat los")]
    [InlineData("schuld OF OF hulp", "schuld OF hulp", "‘OF’ staat los")]
    [InlineData("schuld EN", "schuld", "‘EN’ staat los")]
    [InlineData("AND schuld", "schuld", "‘AND’ staat los")]
    [InlineData("schuld NIET", "schuld", "‘NIET’ staat los")]
    [InlineData("(NIET) schuld", "schuld", "‘NIET’ staat los")]
    [InlineData("s*", "\"s\"", "te kort")]
    [InlineData("sch*ld", "sch*", "voor het sterretje")]
    [InlineData("*schuld", "schuld", "sterretje vooraan")]
    [InlineData("*schuld*", "schuld*", "sterretje vooraan")]
    [InlineData("brun:nibud", "brun nibud", "geen veld ‘brun:’")]
    [InlineData("brun:\"de nibud\"", "brun \"de nibud\"", "geen veld ‘brun:’")]
    [InlineData("😀 schuld", "schuld", "geen woord")]
    public void What_cannot_be_read_is_left_out_and_said(string text, string canonical, string note)
    {
        var query = Query.Parse(text, out var notes);
        Assert.Equal(canonical, query.ToString());
        Assert.Contains(notes, said => said.Contains(note, StringComparison.Ordinal));
    }

    [Fact]
    public void Ten_thousand_letters_are_cut_off_and_said()
    {
        var query = Query.Parse(string.Join(' ', Enumerable.Range(0, 2_000).Select(number => $"w{number}")), out var notes);
        Assert.Equal(256, Assert.IsType<AndQuery>(query).Parts.Count);
        Assert.Equal(2, notes.Count);
    }

    [Theory]
    [InlineData('(')]
    [InlineData(')')]
    [InlineData('-')]
    [InlineData('"')]
    [InlineData('*')]
    public void Any_number_of_one_sign_is_no_error(char sign) =>
        Assert.Equal("schuld", Query.Parse(new string(sign, 3_000) + " schuld").ToString());

    [Fact]
    public void Brackets_in_brackets_are_followed_to_a_depth_and_then_left_out()
    {
        var query = Query.Parse(new string('(', 200) + "schuld hulp" + new string(')', 200), out var notes);
        Assert.Equal("schuld hulp", query.ToString());
        Assert.Equal(["Er staan te veel haakjes in elkaar. De binnenste hebben we weggelaten."], notes);
    }

    [Fact]
    public void A_question_read_from_its_one_spelling_is_the_same_question()
    {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var once = Query.Parse(RandomQuestions.Next(random)).ToString();
            Assert.Equal(once, Query.Parse(once).ToString());
        }
    }
}
