using System.Globalization;
using System.Text.Json;
using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.Markup;

namespace Kiosk.Ingest.Formats.Dspace;

/// <summary>Reads pages of DSpace 7's REST API: discover/search/objects, and lists of items.</summary>
public static class DspaceReader
{
    private const string Wanted = "lijst van DSpace";

    /// <summary>Bytes in, items or the reason why not out. Never throws for what is in the bytes.</summary>
    /// <param name="body">The body as received.</param>
    /// <param name="contentType">The Content-Type header; null if there was none.</param>
    /// <param name="url">The address that answered: the next page is the same address with another page number.</param>
    public static ListReading Read(ReadOnlyMemory<byte> body, string? contentType, Uri? url) =>
        JsonAnswer.Read(body, contentType, Wanted, root => Listed(root, url));

    private static ListReading Listed(JsonElement root, Uri? url)
    {
        // Without results some versions leave _embedded out, and older ones have no searchResult around it.
        var result = root.At("_embedded", "searchResult") is { ValueKind: JsonValueKind.Object } found ? found : root;
        if (root.ValueKind != JsonValueKind.Object || !(result.At("page").ValueKind == JsonValueKind.Object || root.At("_links").ValueKind == JsonValueKind.Object))
            return ListReading.Failed(Refusal(root));
        var objects = result.List("_embedded", "objects").Concat(result.List("_embedded", "items")).Take(MarkupLimits.Items);
        return new ListReading
        {
            Items = [.. objects.Select(Indexed).Where(item => item.Text("type") is null or "item").Select(item => DspaceItem.Of(item, url)).OfType<Item>()],
            Total = result.Number("page", "totalElements"),
            Next = Next(result, url),
        };
    }

    private static JsonElement Indexed(JsonElement found) =>
        found.At("_embedded", "indexableObject") is { ValueKind: JsonValueKind.Object } item ? item : found;

    private static string Refusal(JsonElement root) => root.Number("status") is { } status
        ? $"De server van DSpace meldt een fout ({status}): {AnswerProblems.Short(root.Text("message") ?? "zonder uitleg")}"
        : AnswerProblems.Instead(Wanted, "{", root: null);

    // Links in the answer often name an inner host or plain http; the page number is what counts.
    private static string? Next(JsonElement result, Uri? url)
    {
        if (url is null)
            return null;
        var linked = result.Text("_links", "next", "href") is { } href ? QueryString.Get(href, "page") : null;
        if (!int.TryParse(linked, NumberStyles.None, CultureInfo.InvariantCulture, out var next))
        {
            if (result.Number("page", "number") is not { } number || result.Number("page", "totalPages") is not { } pages || number + 1 >= pages)
                return null;
            next = number + 1;
        }
        var address = QueryString.With(url.AbsoluteUri, "page", next.ToString(CultureInfo.InvariantCulture));
        return address == url.AbsoluteUri ? null : address;
    }
}
