using System.Text;

namespace Kiosk.Benchmarks.Fuzzing;

/// <summary>The good inputs: the fixtures of the tests, and texts for parsers that have none.</summary>
/// <param name="directory">The folder with fixtures, as <c>tests/Kiosk.Ingest.Tests/Fixtures</c>.</param>
internal sealed class FuzzCorpus(string directory)
{
    public static IReadOnlyList<byte[]> Queries { get; } = Of(
        "schuld* OF armoede", "\"schone lei\" -wsnp titel:beslag na:2024 voor:2026-01-01", "(gemeente EN (toegang OF nazorg)) NIET incasso", "geldig:nu fase:toegang rol:vrijwilliger", "art. 4a Wgs",
        "ECLI:NL:HR:2026:123 bron:nos-economie soort:uitspraak", "beslagvrije voet OF vtlb 45% € 1.250,50", "vroegsignaler* OF (betalingsachterstand* EN huisbezoek*)", "auteur:\"Fenna de Wit\" in:rapport",
        "-(a OF -b) EN EN OF )", "„lage” «hoge» “dubbele", "geldig:2026-02-30 na:vorige-week onderwerp:schulden", "gemeente:'s-hertogenbosch wet:wgs artikel 285 lid 1 Fw");

    public static IReadOnlyList<byte[]> Robots { get; } = Of(
        "User-agent: *\nDisallow: /intern/\nAllow: /intern/nieuws$\nCrawl-delay: 2.5\nSitemap: https://bron.example/sitemap.xml\n",
        "\uFEFFUser-Agent: deKiosk/1.0\r\nUser-agent: anders\r\nDisallow: /*?*sort=\r\nDisallow: /a%2Fb%20c\r\n\r\nUser-agent: *\rDisallow: /\r",
        "# niets\nuser agent: *\ndissallow: /x*y*z*\nallow /\nDisallow:\nNoindex: /\nUnknown: 1\n<html><body>geen robots</body></html>");

    public static IReadOnlyList<byte[]> Dates { get; } = Of(
        "Fri, 20 Nov 2026 14:30:00 +0100", "20 november 2026, 14:30 uur", "2026-11-20T14:30:00.123456789Z", "2026-W47-5", "20261120T133000Z", "1795184400", "1795184400000", "20-11-'26", "vrijdag 20 nov. 2026 om 14.30",
        "November 20th, 2026 2:30 PM EST", "20. November 2026 14:30 Uhr MEZ", "le 1er décembre 2026 à 14h30", "20 de noviembre de 2026", "20 Νοεμβρίου 2026", "2026. november 20.", "2026년 11월 20일 오후 2시 30분", "Sun, 29 Mar 2026 02:30:00 CET",
        "Mon, 31 Feb 2026 25:61:00 GMT", "2026-11", "2026", "11/20/2026 12:00 AM", "gisteren", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00");

    public static IReadOnlyList<byte[]> Reports { get; } = Of(
        "Title:          Monitor schuldhulp 2026\nCreationDate:   2026-11-20T14:30:00+01\nPages:          8\n",
        string.Concat(Enumerable.Range(1, 6).Select(static page => $"Monitor schuldhulp 2026\n\nDe gemeente belt aan bij betalingsachter-\nstanden. Pagina {page} heeft eigen tekst.\nIn 2025 waren het er {page * 37}.\n\nKredietbank | pagina {page} van 6\n\f")),
        "Inhoud\n\n1 Inleiding ........ 3\n1.1 Aanleiding . . . . . 4\n2. Wat werkt          7\nBijlage A ..... 12\n\f\nSamenvatting\n\n• eerste punt\n• tweede punt dat\n  doorloopt\n\n1 Inleiding\n\nDe sociaal-\neconomische raad oﬃcieel\u00AD\nbeslag.\n\n3\n\f\f4\n");

    private static readonly byte[] Nothing = [];

    /// <summary>The fixtures whose names match, as <c>Feeds/*</c>.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    public IReadOnlyList<byte[]> Files(params ReadOnlySpan<string> patterns)
    {
        var files = new List<byte[]>();
        foreach (var pattern in patterns)
            files.AddRange(Directory.GetFiles(Path.Combine(directory, Path.GetDirectoryName(pattern)!), Path.GetFileName(pattern)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes));
        return files.Count > 0 ? files : [Nothing];
    }

    public static IReadOnlyList<byte[]> Of(params IEnumerable<string> texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
