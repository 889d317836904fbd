using System.Globalization;
using Kiosk.Ingest.Archiving;

namespace Kiosk.Ingest.Harvesting;

/// <summary>The sentences of the activity log.</summary>
internal static class VisitMessages
{
    public const string NotModified = "Niets nieuws: de server meldt dat de bron niet is veranderd.";

    public const string SameBody = "Niets nieuws: de bron is precies gelijk aan de vorige keer.";

    public const string Retired = "Daarom kijken we hier niet meer. Wat we hebben, blijft. Weet je het nieuwe adres, zet dat dan in feeds.json.";

    private const int MostRemarks = 5;

    /// <summary>A visit that failed, perhaps after something had come in.</summary>
    public static string Failed(Tally tally, string problem) =>
        tally.New + tally.Changed > 0 ? $"{Stored(tally, remark: null)} Daarna ging het mis. {problem}" : problem;

    public static string Stored(Tally tally, string? remark)
    {
        var parts = new List<string>();
        if (tally.New > 0)
            parts.Add(Count(tally.New, "nieuw stuk", "nieuwe stukken"));
        if (tally.Changed > 0)
            parts.Add(Count(tally.Changed, "stuk bijgewerkt", "stukken bijgewerkt"));
        var sentence = parts.Count > 0 ? string.Join(", ", parts) + "." : "Niets nieuws.";
        if (tally.Filtered > 0)
            sentence += $" {Count(tally.Filtered, "stuk past", "stukken passen")} niet in het filter van deze bron.";
        if (tally.Waiting > 0)
            sentence = $"{(parts.Count > 0 ? sentence + " " : "")}{Count(tally.Waiting, "stuk volgt als zijn bladzijde is gelezen", "stukken volgen als hun bladzijde is gelezen")}.";
        if (tally.Seen == 0)
            sentence = "De bron is leesbaar, maar er staat niets in.";
        return remark is null ? sentence : $"{sentence} {remark}";
    }

    /// <summary>The first remarks, how many more there were, and the last, which says what is still to come; null if there are none.</summary>
    public static string? Joined(IReadOnlyList<string> remarks) => remarks.Count switch
    {
        0 => null,
        <= MostRemarks => string.Join(' ', remarks),
        _ => $"{string.Join(' ', remarks.Take(MostRemarks - 1))} Er zijn nog {Count(remarks.Count - MostRemarks, "opmerking", "opmerkingen")}. {remarks[^1]}",
    };

    private static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{number} {many}");
}
