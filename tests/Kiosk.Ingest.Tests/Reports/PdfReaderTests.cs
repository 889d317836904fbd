using System.Text;
using Kiosk.Ingest.Reports;

namespace Kiosk.Ingest.Tests.Reports;

public sealed class PdfReaderTests
{
    private static readonly PdfReader Reader = new(new PdfLimits(), TimeProvider.System);

    [Fact]
    public async Task A_report_is_read_with_title_date_and_pages()
    {
        var pdf = TinyPdf.Of(
            "Vroegsignalering in kaart\n\nGemeenten bieden steeds vaker hulp aan bij een betalingsachter-\nstand, zo blijkt uit dit onderzoek.",
            "Op de tweede pagina staat wat café De Eik ervan vindt.").Info("Vroegsignalering in kaart", "D:20260312090000+01'00'");

        var reading = await ReadAsync(pdf.Bytes());

        Assert.Equal(PdfOutcome.Read, reading.Outcome);
        var report = reading.Report!;
        Assert.Equal(("Vroegsignalering in kaart", 2), (report.Title, report.PageCount));
        Assert.Equal(new DateTimeOffset(2026, 3, 12, 8, 0, 0, TimeSpan.Zero), report.Published);
        Assert.Equal("Vroegsignalering in kaart\n\nGemeenten bieden steeds vaker hulp aan bij een betalingsachterstand, zo blijkt uit dit onderzoek.\n\n"
            + "Op de tweede pagina staat wat café De Eik ervan vindt.", report.Text);
        Assert.Equal(2, report.PageAt(report.Text.IndexOf("café", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_pdftotext_it_says_what_to_install()
    {
        var reader = new PdfReader(new PdfLimits(), TimeProvider.System, searchPath: Path.GetTempPath());

        var reading = await reader.ReadAsync(TinyPdf.Of("Tekst").Bytes(), default);

        Assert.False(reader.IsAvailable);
        Assert.Equal((PdfOutcome.ToolMissing, true), (reading.Outcome, reading.Message.StartsWith("pdftotext ontbreekt: installeer poppler-utils", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Other_files_are_not_tried() => Assert.Equal(PdfOutcome.NotPdf, (await Reader.ReadAsync("<html>Niet gevonden</html>"u8.ToArray(), default)).Outcome);

    [Fact]
    public async Task A_scan_has_pages_but_no_text()
    {
        var reading = await ReadAsync(TinyPdf.Of("", "").Info("Jaarverslag van de kredietbank", "D:20260101").Bytes());

        Assert.Equal((PdfOutcome.NoText, "Jaarverslag van de kredietbank", 2), (reading.Outcome, reading.Report!.Title, reading.Report.PageCount));
        Assert.Contains("scan", reading.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_pages_says_so() => Assert.Equal(PdfOutcome.NoPages, (await ReadAsync(TinyPdf.Of().Bytes())).Outcome);

    [Fact]
    public async Task A_file_behind_a_password_says_so()
    {
        var pdf = TinyPdf.Of("Geheim").Add(5, $"<< /Filter /Standard /V 1 /R 2 /O <{new string('1', 64)}> /U <{new string('2', 64)}> /P -4 >>");
        pdf.Trailer += " /Encrypt 5 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]";

        var reading = await ReadAsync(pdf.Bytes());

        Assert.Equal(PdfOutcome.Encrypted, reading.Outcome);
        Assert.Contains("wachtwoord", reading.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_and_text_beyond_the_limits_are_left_out_and_that_is_said()
    {
        var pdf = TinyPdf.Of([.. Enumerable.Range(1, 30).Select(static i => $"Op deze bladzijde staat {i * i} keer iets anders.")]).Bytes();

        var fewPages = await ReadAsync(pdf, new PdfLimits { Pages = 3 });
        var littleText = await ReadAsync(pdf, new PdfLimits { Output = 60 });

        Assert.Equal((PdfOutcome.Cut, 30, 3), (fewPages.Outcome, fewPages.Report!.PageCount, fewPages.Report.PageStarts.Count));
        Assert.Equal(PdfOutcome.Cut, littleText.Outcome);
        Assert.InRange(littleText.Report!.Text.Length, 30, 60);
    }

    [Fact]
    public async Task No_temporary_file_stays_behind()
    {
        var marker = $"%PDF-1.4 {Guid.NewGuid()}";

        await ReadAsync(Encoding.ASCII.GetBytes(marker));

        Assert.DoesNotContain(marker, Directory.GetFiles(Path.GetTempPath(), "kiosk-*.pdf").Select(Beginning));
    }

    [Fact]
    public async Task Whoever_gives_up_is_told_so()
    {
        Assert.SkipUnless(Reader.IsAvailable, Needs);
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Reader.ReadAsync(TinyPdf.Of("Tekst").Bytes(), gone.Token));
    }

    private const string Needs = "pdftotext is not here: install poppler-utils.";

    /// <summary>Files of other tests come and go while we look.</summary>
    private static string Beginning(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static Task<PdfReading> ReadAsync(byte[] pdf, PdfLimits? limits = null)
    {
        Assert.SkipUnless(Reader.IsAvailable, Needs);
        return new PdfReader(limits ?? new PdfLimits(), TimeProvider.System).ReadAsync(pdf, default);
    }
}
