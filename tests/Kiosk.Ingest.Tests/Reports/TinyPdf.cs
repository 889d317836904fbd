using System.Globalization;
using System.Text;

namespace Kiosk.Ingest.Tests.Reports;

/// <summary>Writes small PDFs by hand: pages of lines in Helvetica, and whatever else a test wants to put in.</summary>
internal sealed class TinyPdf
{
    private const int FirstPage = 10;
    private readonly List<(int Number, byte[] Body)> _objects = [];

    /// <summary>Dictionary entries of the trailer, such as <c>/Info 3 0 R</c>.</summary>
    public string Trailer { get; set; } = "";

    /// <summary>Pages of lines; an empty line leaves room for a new paragraph.</summary>
    public static TinyPdf Of(params string[] pages)
    {
        var pdf = new TinyPdf();
        pdf.Add(4, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        for (var i = 0; i < pages.Length; i++)
        {
            pdf.Page(FirstPage + (2 * i));
            pdf.Stream(FirstPage + (2 * i) + 1, "", Encoding.Latin1.GetBytes(Content(pages[i])));
        }

        pdf.Tree(Enumerable.Range(0, pages.Length).Select(static i => FirstPage + (2 * i)));
        return pdf;
    }

    public TinyPdf Info(string title, string created)
    {
        Trailer += " /Info 3 0 R";
        return Add(3, $"<< /Title ({Escape(title)}) /CreationDate ({created}) >>");
    }

    public TinyPdf Page(int number) => Add(number, string.Create(CultureInfo.InvariantCulture,
        $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 4 0 R >> >> /Contents {number + 1} 0 R >>"));

    public TinyPdf Tree(IEnumerable<int> pages, int? count = null)
    {
        var kids = pages.ToList();
        Add(1, "<< /Type /Catalog /Pages 2 0 R >>");
        return Add(2, $"<< /Type /Pages /Kids [{string.Join(' ', kids.Select(static kid => $"{kid} 0 R"))}] /Count {count ?? kids.Count} >>");
    }

    public TinyPdf Stream(int number, string entries, byte[] bytes) =>
        Add(number, [.. Encoding.Latin1.GetBytes($"<< /Length {bytes.Length} {entries} >>\nstream\n"), .. bytes, .. "\nendstream"u8]);

    public TinyPdf Add(int number, string body) => Add(number, Encoding.Latin1.GetBytes(body));

    private TinyPdf Add(int number, byte[] body)
    {
        _objects.Add((number, body));
        return this;
    }

    public byte[] Bytes()
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.5\n"u8);
        var places = new Dictionary<int, long>();
        foreach (var (number, body) in _objects)
        {
            places[number] = file.Length;
            file.Write(Encoding.Latin1.GetBytes($"{number} 0 obj\n"));
            file.Write(body);
            file.Write("\nendobj\n"u8);
        }

        var start = file.Length;
        file.Write(Encoding.Latin1.GetBytes("xref\n0 1\n0000000000 65535 f \n"
            + string.Concat(places.Select(static place => string.Create(CultureInfo.InvariantCulture, $"{place.Key} 1\n{place.Value:D10} 00000 n \n")))
            + $"trailer\n<< /Size {places.Keys.Max() + 1} /Root 1 0 R {Trailer} >>\nstartxref\n{start}\n%%EOF\n"));
        return file.ToArray();
    }

    private static string Content(string page)
    {
        var content = new StringBuilder("BT /F 11 Tf 1 0 0 1 60 780 Tm 14 TL\n");
        foreach (var line in page.Split('\n'))
            content.Append(line.Length == 0 ? "" : $"({Escape(line)}) Tj ").Append("T*\n");
        return content.Append("ET").ToString();
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
}
