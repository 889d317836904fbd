using Kiosk.Web.Reading;

namespace Kiosk.Web.Digests.Writing;

/// <summary>Sentences that stand alike in the HTML and in the text of a letter.</summary>
internal static class LetterWords
{
    private const int MostSources = 3;

    /// <summary><c>Onderzoek · Divosa · 9 min</c></summary>
    public static string Source(LetterPiece piece) => string.Join(" · ", new[]
    {
        piece.Card.Kind.Label(), piece.Card.SourceName, piece.Card.Minutes > 0 ? $"{piece.Card.Minutes} min" : "", piece.Pick is null ? "" : "keuze van de redactie",
    }.Where(words => words.Length > 0));

    /// <summary><c>Ook bij NOS en Divosa.</c>; null if nobody else tells it.</summary>
    public static string? AlsoAt(LetterPiece piece) => piece.AlsoAt.Count == 0 ? null : $"Ook bij {DutchText.Listed(piece.AlsoAt, MostSources)}.";

    /// <summary>When and where an event takes place.</summary>
    public static string When(LetterPiece piece) => piece.Card.Event is not { } found ? "" : EventTime.Words(found) + (found.Place is { Length: > 0 } place ? $", {place}" : "");

    public static string Why(LetterFoot foot)
    {
        const string Promise = "We meten niet of je hem opent of waarop je klikt.";
        return foot.Email is null || foot.Since is not { } since ? $"Dit is een voorbeeld. {Promise}" : $"Je krijgt deze brief op {foot.Email} omdat je je op {DutchTime.Date(since)} aanmeldde. {Promise}";
    }
}
