using System.Collections.Frozen;

namespace Kiosk.Ingest.Stories;

/// <summary>
/// Dutch words that carry no news: what editors change first when they take a text over. Weekdays, currency and "procent" are among them, because they come
/// and go with the spelling of a date or an amount. A list of its own: sketches in the archive were made with it, so it changes only with them.
/// </summary>
internal static class FunctionWords
{
    private static readonly FrozenSet<string> All = (
        "de het een en van in is dat die op te zijn met voor niet aan er om ook als maar bij door uit naar dan nog wel werd wordt worden werden heeft hebben had hadden "
        + "kan kunnen kon konden zal zullen zou zouden moet moeten moest mag mogen wil willen was waren hij zij ze ik we wij je jij u hun hen haar zijn hem onze ons "
        + "jouw uw mijn deze dit daar hier wat wie waar hoe waarom wanneer welke tot meer geen of over onder tegen tussen tijdens sinds per via vanaf binnen zonder "
        + "omdat zodat terwijl toen nu al alle alles zo zeer heel veel vele men der des den ten ter elk elke ieder iedere ander andere volgens zegt zei aldus laat weten "
        + "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag vandaag gisteren morgen jaar week maand dag euro eur procent uur "
        + "the of and to a in for on with by at from as it this that be are")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <param name="folded">Lower case, without diacritics.</param>
    public static bool Contains(string folded) => folded.Length <= 10 && All.Contains(folded);
}
