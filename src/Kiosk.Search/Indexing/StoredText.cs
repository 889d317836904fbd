using System.Text;

namespace Kiosk.Search.Indexing;

/// <summary>
/// The original text of an article, for titles, snippets and likeness. Title and address stand before the rest with a checksum of their own, so that
/// a title is read without its text.
/// </summary>
internal sealed record StoredText(string Title, string Lead, string Body, string Url, int[] PageStarts)
{
    /// <summary>Title and address take seldom more bytes than this.</summary>
    public const int UsualHead = 1_024;

    public static void Write(ByteWriter writer, IndexedArticle article)
    {
        var head = new ByteWriter();
        Write(head, article.Title);
        Write(head, article.Url);
        writer.Number(head.Length);
        writer.Bytes(head.Written);
        writer.Fixed(Checksum.Of(head.Written));
        Write(writer, article.Lead);
        Write(writer, article.Body);
        writer.Number(article.PageStarts.Count);
        foreach (var start in article.PageStarts)
            writer.Number(start);
    }

    public static StoredText Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        reader.Number();
        var (title, url) = (Text(ref reader), Text(ref reader));
        reader.Fixed();
        var (lead, body) = (Text(ref reader), Text(ref reader));
        var pages = new int[reader.Number()];
        for (var i = 0; i < pages.Length; i++)
            pages[i] = reader.Number();
        return new StoredText(title, lead, body, url, pages);
    }

    /// <summary>The title, from the first bytes of what was written; null if these are too few.</summary>
    public static string? ReadTitle(ReadOnlySpan<byte> start)
    {
        var reader = new ByteReader(start);
        var length = reader.Number();
        if (length < 0 || length > start.Length - reader.At - Checksum.Length)
            return null;
        var head = reader.Bytes(length);
        if (reader.Fixed() != Checksum.Of(head))
            throw new IndexDamageException("A checksum is wrong.");
        var title = new ByteReader(head);
        return Text(ref title);
    }

    private static void Write(ByteWriter writer, string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        writer.Number(length);
        Encoding.UTF8.GetBytes(text, writer.Take(length));
    }

    private static string Text(ref ByteReader reader) => Encoding.UTF8.GetString(reader.Bytes(reader.Number()));
}
