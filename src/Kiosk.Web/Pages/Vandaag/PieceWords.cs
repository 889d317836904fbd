using Kiosk.Data.Editions;

namespace Kiosk.Web.Pages.Vandaag;

/// <summary>What a reader may say of a piece, in her words.</summary>
public static class PieceWords
{
    /// <summary>The end of ‘Niet nuttig, want…’.</summary>
    public static string Of(Objection objection) => objection switch
    {
        Objection.Bekend => "dit wist ik al",
        Objection.NietMijnWerk => "dit is mijn werk niet",
        Objection.Oppervlakkig => "er staat te weinig in",
        Objection.Verouderd => "het is verouderd",
        Objection.Onjuist => "het klopt niet",
        _ => "het is reclame",
    };

    /// <summary>What she said, in a few words.</summary>
    public static string Short(Judgement judgement) => (judgement.Verdict, judgement.Objection) switch
    {
        (Verdict.Meer, _) => "meer hiervan",
        (Verdict.Minder, _) => "minder hiervan",
        (_, { } objection) => $"niet nuttig, want {Of(objection)}",
        _ => "niet nuttig",
    };

    /// <summary>What she said, and what that does.</summary>
    public static string Said(Judgement judgement) => (judgement.Verdict, judgement.Objection) switch
    {
        (Verdict.Meer, _) => "Je krijgt vanaf morgen meer hiervan.",
        (Verdict.Minder, _) => "Je krijgt vanaf morgen minder hiervan.",
        (_, Objection.NietMijnWerk) => "Niet nuttig: dit is je werk niet. Je krijgt minder over dit onderwerp.",
        (_, Objection.Oppervlakkig) => "Niet nuttig: er staat te weinig in. Je krijgt minder van deze bron.",
        (_, Objection.Onjuist or Objection.Reclame) => $"Niet nuttig: {Of(judgement.Objection.Value)}. Je krijgt veel minder van deze bron.",
        (_, { } objection) => $"Niet nuttig: {Of(objection)}. Bedankt, de redactie telt mee.",
        _ => "Niet nuttig.",
    };
}
