using Kiosk.Data.Editions;
using Kiosk.Data.Editorial;

namespace Kiosk.Web.Editions;

/// <summary>What a pick must be like, wherever an editor makes one.</summary>
public static class PickRules
{
    public const int UsualDays = 3;
    private const int MostDays = 60;

    /// <summary>What is wrong with it, in Dutch; null if nothing.</summary>
    public static string? Problem(KeptPick pick)
    {
        if (pick.Quote.Length is 0 or > Pick.LongestQuote)
            return $"Schrijf in 1 tot {Pick.LongestQuote} tekens waarom een lezer dit moet zien.";
        if (pick.Signature.Length is 0 or > Pick.LongestSignature)
            return $"Zet je naam erbij, hooguit {Pick.LongestSignature} tekens.";
        if (pick.EndsOn < pick.StartsOn)
            return "De laatste dag ligt voor de eerste.";
        return pick.EndsOn.DayNumber - pick.StartsOn.DayNumber >= MostDays ? $"Kies hooguit {MostDays} dagen." : null;
    }
}
