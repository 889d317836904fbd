using System.Globalization;
using System.Net.Sockets;

namespace Kiosk.Ingest.Fetching;

/// <summary>What happened, in words for people, and which outcome it counts as.</summary>
internal static class FetchMessages
{
    public const string TimedOut = "De server deed er te lang over. We proberen het later weer.";
    public const string NoWebAddress = "Dit is geen webadres. Het adres moet beginnen met http:// of https://.";
    public const string RedirectOffTheWeb = "De server verwijst door naar iets wat geen webadres is. Dat volgen we niet.";
    public const string RedirectLoop = "De server verwijst in een kring door. Misschien werkt het adres alleen met cookies.";
    public const string LostEncryption = " Let op: de server verwees door van https naar http, dus zonder versleuteling.";

    public static string Resting(string host) => $"De server {host} vroeg ons om even te wachten. Zolang vragen we daar niets.";

    public static string BadRedirect(int status) => $"De server verwijst door ({status}), maar zegt niet goed waarheen.";

    public static string TooManyRedirects(int max) => $"De server verwijst meer dan {max} keer door. Daarna zijn we gestopt.";

    public static string Empty(int status) => $"De server antwoordde met {status}, maar stuurde niets mee.";

    public static FetchOutcome OutcomeOf(int status) => status switch
    {
        304 => FetchOutcome.NotModified,
        206 => FetchOutcome.ServerError,
        >= 200 and < 300 => FetchOutcome.Fetched,
        401 or 402 or 403 or 407 or 451 => FetchOutcome.Refused,
        404 or 410 => FetchOutcome.Gone,
        425 or 429 or 503 => FetchOutcome.Busy,
        408 or 504 => FetchOutcome.TimedOut,
        _ => FetchOutcome.ServerError,
    };

    public static string Of(int status, FetchOutcome outcome) => $"De server antwoordde met {status}: " + status switch
    {
        206 => "er kwam maar een deel van wat we vroegen.",
        304 => "er is niets veranderd.",
        401 => "je moet er inloggen.",
        402 => "je moet ervoor betalen.",
        403 => "de toegang is geweigerd.",
        404 => "dit adres bestaat niet (meer).",
        410 => "dit adres is voorgoed weg.",
        429 => "we vragen te vaak. We wachten langer.",
        451 => "de toegang is om juridische redenen geweigerd.",
        503 => "de server is even niet beschikbaar.",
        _ => Of(outcome),
    };

    public static string OfBody(FetchOutcome problem, int maxBytes) => problem == FetchOutcome.TooLarge
        ? string.Create(CultureInfo.GetCultureInfo("nl-NL"), $"Het antwoord is groter dan {maxBytes / 1048576d:0.##} MB. Zo veel lezen we niet.")
        : "Het antwoord is beschadigd: het kan niet worden uitgepakt.";

    /// <summary>What an exception on the way means.</summary>
    public static (FetchOutcome Outcome, string Message) Explain(Exception exception)
    {
        if (Inner<ForbiddenAddressException>(exception) is { } forbidden)
            return (FetchOutcome.Forbidden, $"Het adres {forbidden.Host} ligt niet op het openbare internet. Zulke adressen halen we niet op.");
        if (Inner<SocketException>(exception) is { } socket)
            return OfSocket(socket.SocketErrorCode);
        return (FetchOutcome.Unreachable, Inner<HttpRequestException>(exception)?.HttpRequestError switch
        {
            HttpRequestError.SecureConnectionError => "De beveiligde verbinding lukt niet. Misschien is het certificaat van de server verlopen of onjuist.",
            HttpRequestError.ConfigurationLimitExceeded => "De server stuurt te grote kopregels. Daarom zijn we gestopt.",
            HttpRequestError.InvalidResponse => "De server antwoordt met iets wat geen HTTP is.",
            _ => "De server brak het antwoord af.",
        });
    }

    private static (FetchOutcome Outcome, string Message) OfSocket(SocketError error) => error switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain =>
            (FetchOutcome.Unreachable, "De naam van de server is niet te vinden. Klopt het adres nog?"),
        SocketError.ConnectionRefused => (FetchOutcome.Unreachable, "De server neemt geen verbinding aan."),
        SocketError.TimedOut => (FetchOutcome.TimedOut, TimedOut),
        SocketError.ConnectionReset => (FetchOutcome.Unreachable, "De server brak de verbinding af."),
        _ => (FetchOutcome.Unreachable, "De server is niet te bereiken."),
    };

    private static string Of(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Fetched => "het antwoord is gelezen.",
        FetchOutcome.Refused => "de toegang is geweigerd.",
        FetchOutcome.Busy => "de server is bezet.",
        FetchOutcome.TimedOut => "de server deed er te lang over.",
        _ => "daar kunnen we niets mee.",
    };

    private static T? Inner<T>(Exception? exception) where T : Exception
    {
        while (exception is not (null or T))
            exception = exception.InnerException;
        return exception as T;
    }
}
