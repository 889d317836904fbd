using System.Text.Json;
using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.Markup;

namespace Kiosk.Ingest.Formats.TweedeKamer;

/// <summary>Reads pages of the Document list of the Tweede Kamer's open data (OData 4, gegevensmagazijn.tweedekamer.nl).</summary>
public static class TweedeKamerReader
{
    private const string Wanted = "lijst van de Tweede Kamer";

    /// <summary>Bytes in, items or the reason why not out. Never throws for what is in the bytes.</summary>
    /// <param name="body">The body as received.</param>
    /// <param name="contentType">The Content-Type header; null if there was none.</param>
    /// <param name="url">The address that answered, for relative links; null if unknown.</param>
    public static ListReading Read(ReadOnlyMemory<byte> body, string? contentType, Uri? url) =>
        JsonAnswer.Read(body, contentType, Wanted, root => Listed(root, url));

    private static ListReading Listed(JsonElement root, Uri? url)
    {
        if (root.At("error") is { ValueKind: JsonValueKind.Object } error)
            return ListReading.Failed($"De Tweede Kamer weigert de vraag: {AnswerProblems.Short(error.Text("message") ?? "zonder uitleg")}");
        if (root.At("value").ValueKind != JsonValueKind.Array)
            return ListReading.Failed(AnswerProblems.Instead(Wanted, "{", root: null));
        return new ListReading
        {
            Items = [.. root.List("value").Take(MarkupLimits.Items).Select(document => ParliamentPaper.Of(document, url)).OfType<Item>()],
            Total = root.Number("@odata.count"),
            Next = Addresses.TryResolve(root.Text("@odata.nextLink"), url, out var next) && (url is null || Addresses.AreOneSite(next, url)) ? next.AbsoluteUri : null,
        };
    }
}
