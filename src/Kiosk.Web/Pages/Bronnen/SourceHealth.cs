using Kiosk.Data;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Pages.Bronnen;

/// <summary>How a source is doing, in words.</summary>
/// <param name="Word">One or two words, for the badge.</param>
/// <param name="Tone">The colour of the badge: <c>good</c>, <c>warn</c>, <c>bad</c>; empty for neither.</param>
/// <param name="Sentence">What is the matter, as a sentence; null where the word says it all.</param>
public sealed record SourceHealth(string Word, string Tone, string? Sentence)
{
    /// <summary>From this many failures in a row on, waiting will not help.</summary>
    private const int Broken = 3;

    /// <summary>From this long on, a source that fails is checked less than daily.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromDays(14);

    public bool NeedsAttention => Tone is "warn" or "bad";

    public static SourceHealth Of(SourceRow source, DateTimeOffset now)
    {
        if (!source.Enabled)
            return new("Staat uit", "", source.Note);
        if (source.RetiredAt is { } since)
            return new("Opgeheven", "warn", $"De site zei op {DutchTime.Date(since)} dat dit adres voorgoed weg is. De kiosk kijkt er niet meer; de stukken blijven. {Remedy(source)}");
        if (source.LeaseUntil > now)
            return new("Wordt bekeken", "", null);
        return source.LastOutcome switch
        {
            HarvestOutcome.None => new("Wacht", "", "Deze bron is nog niet bekeken."),
            HarvestOutcome.Harvested or HarvestOutcome.Unchanged or HarvestOutcome.NotModified => new("In orde", "good", null),
            _ when source.FailureCount >= Broken => new("Werkt niet", "bad", Trouble(source, now)),
            _ => new("Hapert", "warn", source.LastMessage ?? Explain(source.LastOutcome)),
        };
    }

    /// <summary>An outcome as a word in the log of visits.</summary>
    public static (string Word, string Tone) Of(HarvestOutcome outcome) => outcome switch
    {
        HarvestOutcome.Harvested => ("Geoogst", "good"),
        HarvestOutcome.None => ("Nog niets", ""),
        HarvestOutcome.Unchanged or HarvestOutcome.NotModified => ("Niets nieuws", ""),
        HarvestOutcome.Busy => ("Te druk", "warn"),
        HarvestOutcome.Failed => ("Fout in de kiosk", "bad"),
        _ => ("Mislukt", "bad"),
    };

    private static string Trouble(SourceRow source, DateTimeOffset now)
    {
        var trouble = source.LastMessage ?? Explain(source.LastOutcome);
        return now - source.FailingSince < Long || source.FailingSince is not { } since
            ? trouble
            : $"{trouble} Dat is al zo sinds {DutchTime.Date(since)}. De kiosk probeert het steeds minder vaak, maar blijft het proberen. Kijk of het adres nog klopt.";
    }

    private static string Remedy(SourceRow source) =>
        $"Weet je het nieuwe adres, zet dat dan in feeds.json. Klopt het oude toch, haal de bron dan weer op met: kiosk harvest --source {source.Slug}";

    private static string Explain(HarvestOutcome outcome) => outcome switch
    {
        HarvestOutcome.Unreachable => "De site was niet te bereiken, of brak de verbinding af.",
        HarvestOutcome.TimedOut => "De site gaf te laat antwoord.",
        HarvestOutcome.Refused => "De site laat de kiosk niet binnen.",
        HarvestOutcome.Gone => "Dit adres bestaat niet meer. Waarschijnlijk is de site vernieuwd.",
        HarvestOutcome.Busy => "De site heeft het druk en vraagt om geduld.",
        HarvestOutcome.ServerError => "Er is een storing bij de site.",
        HarvestOutcome.TooLarge => "Wat de site stuurde, is te groot om te verwerken.",
        HarvestOutcome.Forbidden => "Dit adres staat niet op het openbare internet.",
        HarvestOutcome.Disallowed => "De site vraagt programma’s om hier niet te komen.",
        HarvestOutcome.Unreadable => "Wat de site stuurde, is geen lijst die de kiosk kan lezen.",
        _ => "Er ging iets mis in de kiosk zelf. De beheerder kan het zien.",
    };
}
