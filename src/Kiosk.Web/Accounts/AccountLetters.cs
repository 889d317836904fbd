using Kiosk.Web.Mail;

namespace Kiosk.Web.Accounts;

/// <summary>What the kiosk writes to people about their account.</summary>
public static class AccountLetters
{
    private const string NotYou = "Heb je dit niet gevraagd? Dan hoef je niets te doen: zonder deze mail komt niemand binnen.";

    public static Letter SignIn(string to, Uri link) => new(to, "Je inloglink voor de Kiosk",
        ["Hallo,", "Met deze link log je in bij de Kiosk. Hij werkt één keer, tot een kwartier na nu."], (link, "Log in bij de Kiosk"), [NotYou]);

    public static Letter Invitation(string to, Uri link) => new(to, "Je kunt nu in de Kiosk",
        ["Hallo,", "Er staat een account voor je klaar bij de Kiosk: elke dag een korte keuze uit het nieuws, het onderzoek en de praktijk van schuldhulpverlening.", "De link werkt één keer, een week lang."],
        (link, "Open je account"), ["Verwacht je deze mail niet? Dan hoef je niets te doen."]);

    public static Letter NewAddress(string to, Uri link) => new(to, "Bevestig je nieuwe adres voor de Kiosk",
        ["Hallo,", "Iemand wil dit adres gebruiken om bij de Kiosk in te loggen. Was jij dat? Bevestig het dan binnen een kwartier."], (link, "Gebruik dit adres"), [NotYou]);

    /// <summary>To the address that was: who took over an account must not be able to hide it.</summary>
    public static Letter AddressChanged(string to) => new(to, "Je adres bij de Kiosk is veranderd",
        ["Hallo,", "Je account bij de Kiosk heeft voortaan een ander e-mailadres. Was jij dat niet? Laat het je beheerder meteen weten."], Link: null, []);

    public static Letter Changed(string to, string what) => new(to, "Er is iets veranderd aan je account bij de Kiosk",
        ["Hallo,", what, "Was jij dat niet? Log dan in met een link per mail, kijk bij je apparaten, en laat het je beheerder weten."], Link: null, []);
}
