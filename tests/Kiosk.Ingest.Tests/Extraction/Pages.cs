using System.Text;
using Kiosk.Ingest.Extraction;
using Kiosk.Ingest.Sources;

namespace Kiosk.Ingest.Tests.Extraction;

/// <summary>The pages in Fixtures/Articles, and short ones written in place.</summary>
internal static class Pages
{
    public const string Address = "https://bron.example/nieuws/aanbellen";

    /// <summary>Two paragraphs that no heuristic should take for anything but an article.</summary>
    public const string Paragraphs = """
        <p>De gemeente Lindeburg belt sinds dit voorjaar aan bij inwoners die twee maanden huur achterlopen, en dat blijkt vaker te helpen dan een brief.</p>
        <p>De wethouder noemt de aanpak eenvoudig. Eerst wordt gevraagd hoe het gaat, en pas daarna hoeveel het is. Meer dan de helft doet bij het eerste bezoek al open.</p>
        <p>Niet iedereen is tevreden: de huurdersvereniging vindt dat de brieven die aan het bezoek voorafgaan nog te streng klinken, en heeft zelf een voorstel gedaan.</p>
        """;

    private static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures", "Articles");

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.html").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".html"));

    /// <summary>What a page must give, a line each: a field and its value, or + and - before what the text must and must not hold.</summary>
    public static ILookup<string, string> Expected(string name) => File.ReadLines(Path.Combine(Folder, name + ".txt"))
        .Select(line => line.Split(line[0] is '+' or '-' ? " " : ": ", 2)).ToLookup(parts => parts[0], parts => parts[1]);

    public static ExtractedArticle Read(string html, string address = Address, string? contentType = "text/html; charset=utf-8", FeedsSelect? select = null) =>
        ArticleExtractor.Extract(Encoding.UTF8.GetBytes(html), contentType, new Uri(address), select);

    /// <summary>A page with an article, and these elements in its head and before its text.</summary>
    public static ExtractedArticle With(string head, string body = "", string address = Address) =>
        Read($"<!DOCTYPE html><html><head>{head}</head><body><main><article>{body}{Paragraphs}</article></main></body></html>", address);
}
