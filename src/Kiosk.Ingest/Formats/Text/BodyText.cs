using System.Text;

namespace Kiosk.Ingest.Formats.Text;

/// <summary>The text of a body, and in Dutch what was odd about its encoding (null if nothing).</summary>
/// <remarks>Order of trust: byte order mark, zero bytes, HTTP charset, XML prolog, meta element of a web page, the bytes. A declared single-byte encoding loses from
/// bytes that are valid UTF-8, and declared UTF-8 loses from bytes that are not: both mistakes are common, and bytes do not lie.</remarks>
internal sealed record BodyText(string Text, string? Remark = null)
{
    private const int PrologLength = 1024;
    private const int HeadLength = 8192;

    // So many sequences of UTF-8 and nothing else: no text in another encoding looks like that.
    private const int CertainlyUtf8 = 20;

    public static BodyText Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (ByteOrder(bytes) is { } order)
            return new BodyText(order.Encoding.GetString(bytes[order.Mark..]));
        var named = Charset.FromContentType(contentType);
        var prolog = Charset.FromProlog(Start(bytes, PrologLength)) ?? Charset.FromMeta(Start(bytes, HeadLength));
        var declared = named ?? prolog;
        var asUtf8 = Utf8Reading.Of(bytes);
        if (asUtf8.IsPlainAscii && declared is not { IsStateful: true })
            return new BodyText(Encoding.Latin1.GetString(bytes));
        if (asUtf8.Invalid == 0 && (declared is not { IsMultiByte: true } || asUtf8.Valid >= CertainlyUtf8))
            return new BodyText(Encoding.UTF8.GetString(bytes), Mislabelled(declared, "UTF-8"));
        var other = new[] { named, prolog }.FirstOrDefault(charset => charset is { IsUtf8: false });
        if (other is not null)
            return new BodyText(other.Encoding.GetString(bytes), ReferenceEquals(other, declared) ? null : Mislabelled(declared, other.Encoding.WebName));
        if (asUtf8.Valid > asUtf8.Invalid)
            return new BodyText(Encoding.UTF8.GetString(bytes), "Sommige tekens zijn beschadigd en niet te lezen.");
        return new BodyText(CodePages.Windows1252.GetString(bytes), Mislabelled(declared, "windows-1252"));
    }

    private static string Start(ReadOnlySpan<byte> bytes, int length) => Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, length)]);

    private static string? Mislabelled(Charset? declared, string found) =>
        declared is null || string.Equals(declared.Encoding.WebName, found, StringComparison.OrdinalIgnoreCase)
            ? null
            : $"De feed zegt dat de tekens in {declared.Encoding.WebName} staan, maar het is {found}.";

    private static (Encoding Encoding, int Mark)? ByteOrder(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [not 0, 0, 0, 0, ..] => (Encoding.UTF32, 0),
        [0, 0, 0, not 0, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 0),
        [not 0, 0, not 0, 0, ..] => (Encoding.Unicode, 0),
        [0, not 0, 0, not 0, ..] => (Encoding.BigEndianUnicode, 0),
        _ => null,
    };
}
