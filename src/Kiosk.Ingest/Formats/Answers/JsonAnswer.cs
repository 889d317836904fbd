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
    public static ListReading Read(ReadOnlyMemory<byte> body, string? contentType, string wanted, Func<JsonElement, ListReading> read)
    {
        var answer = AnswerText.Of(body, contentType);
        if (answer.Problem is not null)
            return ListReading.Failed(answer.Problem);
        if (answer.Text[0] is not ('{' or '['))
            return ListReading.Failed(AnswerProblems.Instead(wanted, answer.Text, answer.Text[0] == '<' ? XmlAnswer.Of(answer.Text, null).Root?.Name : null));
        using var document = JsonReading.Of(answer.Text, out _);
        return document is null ? ListReading.Failed(Broken) : read(document.RootElement);
    }
}
