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
}
