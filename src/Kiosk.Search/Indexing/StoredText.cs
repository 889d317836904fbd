using System.Text;

namespace Kiosk.Search.Indexing;

/// <summary>The original text of an article, for titles, snippets and likeness.</summary>
internal sealed record StoredText(string Title, string Lead, string Body, string Url, int[] PageStarts)
{
    public static void Write(ByteWriter writer, IndexedArticle article)
    {
        foreach (var text in (ReadOnlySpan<string>)[article.Title, article.Lead, article.Body, article.Url])
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            writer.Number(bytes.Length);
            writer.Bytes(bytes);
        }
        writer.Number(article.PageStarts.Count);
        foreach (var start in article.PageStarts)
            writer.Number(start);
    }

    public static StoredText Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        var (title, lead, body, url) = (Text(ref reader), Text(ref reader), Text(ref reader), Text(ref reader));
        var pages = new int[reader.Number()];
        for (var i = 0; i < pages.Length; i++)
            pages[i] = reader.Number();
        return new StoredText(title, lead, body, url, pages);
    }

    private static string Text(ref ByteReader reader) => Encoding.UTF8.GetString(reader.Bytes(reader.Number()));
}
