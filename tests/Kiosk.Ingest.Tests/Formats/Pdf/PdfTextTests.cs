using System.Diagnostics;
using Kiosk.Ingest.Formats.Pdf;
using Kiosk.Testing;

namespace Kiosk.Ingest.Tests.Formats.Pdf;

public sealed class PdfTextTests
{
    [Theory]
    [InlineData("betalingsachter-\nstanden", "betalingsachterstanden")]
    [InlineData("Wsnp-\nbewindvoerder", "Wsnp-bewindvoerder")]
    [InlineData("sociaal-\nmaatschappelijk werk", "sociaal-maatschappelijk werk")]
    [InlineData("sociaal-maat-\nschappelijk werk", "sociaal-maatschappelijk werk")]
    [InlineData("schuld-\nen inkomensproblemen", "schuld- en inkomensproblemen")]
    [InlineData("in-\nof uitstroom", "in- of uitstroom")]
    [InlineData("NVVK-\nleden", "NVVK-leden")]
    [InlineData("SCHULDHULP-\nVERLENING", "SCHULDHULPVERLENING")]
    [InlineData("Noord-\nHolland", "Noord-Holland")]
    [InlineData("e-\nmail", "e-mail")]
    [InlineData("mbo-\nstudenten", "mbo-studenten")]
    [InlineData("zee-\neend", "zee-eend")]
    [InlineData("2024-\n2028", "2024-2028")]
    [InlineData("18-\njarigen", "18-jarigen")]
    [InlineData("beslagvrije\u00AD\nvoet", "beslagvrijevoet")]
    [InlineData("dit stopt niet -\nofwel het gaat door", "dit stopt niet - ofwel het gaat door")]
    public void A_word_at_the_end_of_a_line_is_made_whole(string cut, string whole) =>
        Assert.Equal($"In dit hele onderzoek naar {whole}", Read($"In dit hele onderzoek naar {cut}\f").Text);

    [Theory]
    [InlineData("De stadsbank en het sociaal-\nraadsliedenwerk. Ook sociaal-raadsliedenwerk elders.", "De stadsbank en het sociaal-raadsliedenwerk. Ook sociaal-raadsliedenwerk elders.")]
    [InlineData("De sociaal-\neconomische raad. Een sociaaleconomische raad.", "De sociaaleconomische raad. Een sociaaleconomische raad.")]
    public void How_a_word_is_written_elsewhere_decides(string cut, string whole) => Assert.Equal(whole, Read(cut + "\f").Text);

    [Fact]
    public void Headers_footers_and_page_numbers_are_gone_and_the_rest_stays()
    {
        var pages = Enumerable.Range(1, 8).Select(static i => $"Monitor schuldhulp 2026\n\nDit is de {Ordinal(i)} pagina, met eigen tekst.\nIn 2025 waren het er {i * 37}.\n\nKredietbank Demostad | pagina {i} van 8\n\f");
        var report = Read(string.Concat(pages));

        Assert.Equal(1, Count(report.Text, "Monitor schuldhulp 2026"));
        Assert.DoesNotContain("Kredietbank", report.Text, StringComparison.Ordinal);
        Assert.Contains("Dit is de achtste pagina, met eigen tekst. In 2025 waren het er 296.", report.Text, StringComparison.Ordinal);
        Assert.Equal("Monitor schuldhulp 2026", report.Title);
    }

    [Fact]
    public void Numbers_that_do_not_count_along_with_the_pages_are_figures()
    {
        var figures = new[] { 12, 40, 7, 93, 51 };
        var report = Read(string.Concat(figures.Select(static n => $"Deze pagina eindigt met een getal uit een tabel die hier staat\n\n{n}\n\f")));

        Assert.All(figures, n => Assert.Contains($"\n\n{n}", report.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Different_headers_left_and_right_are_both_gone()
    {
        var report = Read(string.Concat(Enumerable.Range(1, 12).Select(static i => (i % 2 == 0 ? $"{i}  Op weg naar rust" : $"Hoofdstuk een  {i}") + $"\n\nTekst {Ordinal(i)} van het verhaal.\n\f")));

        Assert.DoesNotContain("Op weg naar rust", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hoofdstuk een", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_paragraph_goes_on_over_the_end_of_a_page_and_the_place_of_the_page_is_kept()
    {
        var report = Read("De gemeente biedt hulp aan inwoners met problema-\n\f\ftische schulden en doet dat snel.\n\fEen nieuwe alinea.\n\f");

        Assert.Equal("De gemeente biedt hulp aan inwoners met problematische schulden en doet dat snel.\n\nEen nieuwe alinea.", report.Text);
        Assert.Equal((1, 3, 3, 4), (report.PageAt(0), report.PageAt(report.Text.IndexOf("tische", StringComparison.Ordinal)),
            report.PageAt(report.Text.IndexOf("snel", StringComparison.Ordinal)), report.PageAt(report.Text.Length - 1)));
        Assert.Equal(4, report.PageCount);
    }

    [Fact]
    public void Lines_become_paragraphs_and_lists_stay_lists()
    {
        var report = Read("1.1 Aanleiding\nDe afgelopen jaren is het aantal mensen met schulden in Nederland\ngestegen. Dat heeft verschillende oorzaken, zo blijkt.\n"
            + "Gemeenten zien drie groepen die hulp nodig hebben en die ook krijgen:\n• jongeren met een studieschuld die niet\nweten waar zij terechtkunnen;\n•\nzelfstandigen.\n\f");

        Assert.Equal("1.1 Aanleiding\n\nDe afgelopen jaren is het aantal mensen met schulden in Nederland gestegen. Dat heeft verschillende oorzaken, zo blijkt.\n\n"
            + "Gemeenten zien drie groepen die hulp nodig hebben en die ook krijgen:\n\n• jongeren met een studieschuld die niet weten waar zij terechtkunnen;\n\n• zelfstandigen.", report.Text);
    }

    [Fact]
    public void A_table_of_contents_becomes_chapters_with_pages_of_the_file()
    {
        var report = Read("Op weg naar een schuldenvrij leven\n\f"
            + "Inhoudsopgave\n\n1. Inleiding ........................ 1\n2. Wat werkt bij . . . . . . . . . 2\nvolgens de mensen die het weten en\ndie het zelf meemaakten …………… 3\nBijlage A: cijfers ____________ 4\n\f"
            + string.Concat(Enumerable.Range(1, 4).Select(static i => $"Tekst van het {Ordinal(i)} hoofdstuk.\n\n{i}\n\f")));

        Assert.Equal([new("1. Inleiding", 3), new("2. Wat werkt bij", 4), new("volgens de mensen die het weten en die het zelf meemaakten", 5), new("Bijlage A: cijfers", 6)], report.Contents);
        Assert.DoesNotContain("....", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Inhoudsopgave", report.Text, StringComparison.Ordinal);
        Assert.StartsWith("Op weg naar een schuldenvrij leven\n\nTekst van het eerste", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_contents_without_dots_is_known_by_its_name()
    {
        var report = Read("Rapport over geld en zorgen\n\fInhoud\n\nSamenvatting 3\nInleiding 5\nConclusies 12\n\fTekst.\n\f");

        Assert.Equal([new("Samenvatting", 3), new("Inleiding", 5), new("Conclusies", 12)], report.Contents);
    }

    [Theory]
    [InlineData("Microsoft Word - Jaarverslag definitief.docx")]
    [InlineData("Microsoft PowerPoint - presentatie")]
    [InlineData("rapport_v3_def")]
    [InlineData("Rapport schulden.indd")]
    [InlineData("PowerPoint-presentatie")]
    [InlineData("Document1")]
    [InlineData("Untitled")]
    [InlineData("")]
    [InlineData("2026-11")]
    public void What_a_program_filled_in_is_no_title(string title) =>
        Assert.Equal("Schulden bij jongeren in beeld gebracht", Read("\n12 maart 2026\nSchulden bij jongeren in\nbeeld gebracht\n\nDe tekst begint hier.\f", new PdfDetails { Title = title }).Title);

    [Fact]
    public void What_stands_under_a_title_is_not_part_of_it() =>
        Assert.Equal("Schulden bij jongeren in beeld", Read("Schulden bij jongeren in beeld\nKredietbank Demostad (https://demostad.example)\nDatum: maart 2026\f").Title);

    [Fact]
    public void A_title_that_somebody_chose_is_kept() =>
        Assert.Equal("Schuldhulp 2.0 & meer", Read("Iets heel anders dan dat\f", new PdfDetails { Title = "  Schuldhulp 2.0 &amp;  meer" }).Title);

    [Theory]
    [InlineData("Utrecht, 12 maart 2026\nVersie van 1-2-2026", 2026, 3, 12)]
    [InlineData("Eindrapport\nNovember 2025", 2025, 11, 1)]
    public void Without_metadata_the_first_page_gives_the_date(string page, int year, int month, int day)
    {
        var published = Read(page + "\f12 april 2020\f").Published!.Value.ToOffset(TimeSpan.FromHours(2));

        Assert.Equal((year, month, day), (published.Year, published.Month, published.Day));
    }

    [Fact]
    public void Metadata_cannot_pretend_to_be_the_number_of_pages()
    {
        var details = PdfDetails.Parse("Title:           Mooi\nPages:           9999\nCreationDate:    2026-03-12T09:00:00+01:00\nPages:           12\nEncrypted:       no\n");

        Assert.Equal(("Mooi", 12, new DateTimeOffset(2026, 3, 12, 8, 0, 0, TimeSpan.Zero)), (details.Title, details.Pages, details.Created));
    }

    [Fact]
    public void Characters_of_fonts_become_letters() =>
        Assert.Equal("Officiële efficiëntie\n\n• punt", Read("O\uFB03cie\u0308le e\uFB03ciëntie\n\n\uF0B7 punt\f").Text);

    [Theory]
    [InlineData("")]
    [InlineData("\f\f\f")]
    [InlineData("{99999999999999} 1\n\f{99999999999999} 2\n\f{99999999999999} 3\n\f")]
    [InlineData("-\n-\n-\n\f-\n\f")]
    public void Odd_text_is_read_too(string text)
    {
        var report = Read(text);

        Assert.Equal(Math.Max(1, Count(text, "\f")), report.PageStarts.Count);
        Assert.InRange(report.PageAt(0), 1, report.PageCount);
    }

    [Theory]
    [InlineData("1 ")]
    [InlineData("a-\n")]
    [InlineData("... 1\n")]
    [InlineData("....")]
    [InlineData("\n")]
    [InlineData("12\n\f")]
    [InlineData("•\n")]
    [InlineData("Inhoud\na 1\n")]
    [InlineData("januari 20")]
    public void A_text_without_end_costs_little(string piece)
    {
        var watch = Stopwatch.StartNew();

        Read(string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length)));

        Assert.True(watch.Elapsed < Hang.After, $"took {watch.Elapsed}");
    }

    private static PdfReport Read(string text, PdfDetails? details = null) => PdfText.Read(text, details);

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static string Ordinal(int i) => new[] { "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde", "twaalfde" }[i - 1];
}
