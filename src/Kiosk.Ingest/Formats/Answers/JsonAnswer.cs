using System.Text.Json;
using Kiosk.Ingest.Formats.Feeds;

namespace Kiosk.Ingest.Formats.Answers;

/// <summary>Bytes that should be JSON.</summary>
internal static class JsonAnswer
{
    public const string Broken = "Dit is beschadigde JSON: er is niets uit te lezen. De volgende keer proberen we het opnieuw.";

    /// <summary>Reads the body and hands its root on; what is no JSON becomes a problem.</summary>
    /// <param name="body">The body as received.</param>
    /// <param name="contentType">The Content-Type header; null if there was none.</param>
    /// <param name="wanted">What the source should have given, as in "geen lijst van DSpace".</param>
    /// <param name="read">Turns the root into a reading.</param>
    public static ListReading Read(ReadOnlyMemory<byte> body, string? contentType, string wanted, Func<JsonElement, ListReading> read) =>
        AnswerText.Read(body, contentType, ListReading.Failed, text =>
        {
            if (text[0] is not ('{' or '['))
                return ListReading.Failed(AnswerProblems.Instead(wanted, text, text[0] == '<' ? XmlAnswer.Of(text, null).Root?.Name : null));
            using var document = JsonReading.Of(text, out _);
            return document is null ? ListReading.Failed(Broken) : read(document.RootElement);
        });
}
