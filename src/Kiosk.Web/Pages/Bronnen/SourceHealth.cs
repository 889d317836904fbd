using Kiosk.Data;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Pages.Bronnen;

/// <summary>How a source is doing, in words.</summary>
/// <param name="Word">One or two words, for the badge.</param>
/// <param name="Tone">The colour of the badge: <c>good</c>, <c>warn</c>, <c>bad</c>; empty for neither.</param>
/// <param name="Sentence">What is the matter, as a sentence; null where the word says it all.</param>
/// <param name="Remedy">What to do about it, as a sentence; null if there is nothing to do.</param>
public sealed record SourceHealth(string Word, string Tone, string? Sentence, string? Remedy = null)
{
    /// <summary>From this many failures in a row on, waiting will not help.</summary>
    private const int Broken = 3;

    private const string RetiredRemedy = "Weet je het nieuwe adres, vul dat dan in bij deze bron. Klopt het oude toch, hervat de bron dan.";

    /// <summary>From this long on, a source that fails is checked less than daily.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromDays(14);

    public bool NeedsAttention => Tone is "warn" or "bad";

    /// <param name="source">The source.</param>
    /// <param name="now">What is under way depends on it.</param>
    /// <param name="silence">That it is quieter than it used to be; null if it is not.</param>
    public static SourceHealth Of(SourceRow source, DateTimeOffset now, Silence? silence = null)
    {
        if (!source.Enabled)
            return new("Staat uit", "", source.Note);
        if (source is { RetiredAt: { } ended, RetireReason: { } reason })
            return new("Opgeheven", "", $"De redactie haalt sinds {DutchTime.Date(ended)} niets meer op; de stukken blijven. {reason}");
        if (source.RetiredAt is { } since)
            return new("Opgeheven", "warn", $"De site zei op {DutchTime.Date(since)} dat dit adres voorgoed weg is. De kiosk kijkt er niet meer; de stukken blijven.", RetiredRemedy);
        if (source.PausedAt is { } paused)
            return new("Pauze", "", $"Gepauzeerd{(source.PausedBy is null ? "" : $" door {source.PausedBy}")} op {DutchTime.Date(paused)}{(source.PauseReason is null ? "." : $": {source.PauseReason}")}");
        if (source.LeaseUntil > now)
            return new("Wordt bekeken", "", null);
        return source.LastOutcome switch
        {
            HarvestOutcome.None => new("Wacht", "", "Deze bron is nog niet bekeken."),
            HarvestOutcome.Harvested or HarvestOutcome.Unchanged or HarvestOutcome.NotModified => silence is null ? new("In orde", "good", null) : Quiet(silence),
            _ when source.FailureCount >= Broken => new("Werkt niet", "bad", Trouble(source, now), RemedyOf(source.LastOutcome)),
            _ => new("Hapert", "warn", source.LastMessage ?? Explain(source.LastOutcome), RemedyOf(source.LastOutcome)),
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
            : $"{trouble} Dat is al zo sinds {DutchTime.Date(since)}. De kiosk probeert het steeds minder vaak, maar blijft het proberen.";
    }

    private static SourceHealth Quiet(Silence silence) => new(
        "Stil", "warn",
        $"Sinds {DutchTime.Date(silence.Since)} {(silence.Recent == 0 ? "kwam er niets" : $"{(silence.Recent == 1 ? "kwam er" : "kwamen er")} {DutchText.Count(silence.Recent, "stuk", "stukken")}")}; in zo’n tijd zijn het er gewoonlijk ongeveer {DutchText.Number(silence.Usual)}. De bron zelf geeft gewoon antwoord.",
        "Kijk op de site of er nog iets verschijnt. Zo ja, dan is het adres verhuisd of houdt het filter te veel tegen: test de bron.");

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

    private static string RemedyOf(HarvestOutcome outcome) => outcome switch
    {
        HarvestOutcome.Unreachable => "Meestal gaat dit vanzelf over. Duurt het langer dan een paar dagen, kijk dan of de site nog bestaat.",
        HarvestOutcome.TimedOut or HarvestOutcome.ServerError => "Meestal gaat dit vanzelf over; de kiosk probeert het steeds weer.",
        HarvestOutcome.Refused => "Vraag de eigenaar van de site om de kiosk toe te laten, of zoek een andere lijst van deze site.",
        HarvestOutcome.Gone => "Zoek op de site het nieuwe adres en vul dat in bij deze bron.",
        HarvestOutcome.Busy => "Je hoeft niets te doen: de kiosk wacht zo lang als de site vraagt.",
        HarvestOutcome.TooLarge => "Kies een kleinere lijst van deze site als adres.",
        HarvestOutcome.Forbidden => "Controleer het adres. Staat de site met opzet op jullie eigen netwerk, dan kan de beheerder dat toelaten.",
        HarvestOutcome.Disallowed => "Vraag de eigenaar van de site om toestemming, of zet de bron uit.",
        HarvestOutcome.Unreadable => "Test de bron om te zien wat er nu staat. Vaak is de site vernieuwd en is de lijst verhuisd.",
        _ => "Meld het de beheerder; die vindt de oorzaak in het logboek.",
    };
}
