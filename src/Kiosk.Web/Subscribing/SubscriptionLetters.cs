using Kiosk.Web.Mail;

namespace Kiosk.Web.Subscribing;

/// <summary>What the kiosk writes to people about the weekly digest itself.</summary>
public static class SubscriptionLetters
{
    private const string NotYou = "Heb je dit niet gevraagd? Dan hoef je niets te doen. Zonder jouw bevestiging sturen we niets en wissen we je adres.";

    public static Letter Confirm(string to, Uri link) => new(to, "Bevestig je weekbrief van de Kiosk",
        ["Hallo,", "Je wilt de weekbrief van de Kiosk op dit adres krijgen. Kijk achter de link of het klopt en bevestig het. De link werkt twee dagen."], (link, "Bekijk en bevestig"), [NotYou]);

    public static Letter Already(string to, Uri link) => new(to, "Je krijgt de weekbrief al",
        ["Hallo,", "Iemand meldde dit adres aan voor de weekbrief van de Kiosk. Je krijgt hem al, dus er verandert niets. Wil je andere onderwerpen of een andere dag, of wil je ervan af? Dat kan achter deze link."],
        (link, "Bekijk je weekbrief"), ["Was jij het niet? Dan hoef je niets te doen."]);

    /// <param name="inviter">The address of who asks her in: she should know who gave hers.</param>
    public static Letter Invitation(string to, string inviter, Uri link) => new(to, "Een collega denkt dat de Kiosk iets voor je is",
        ["Hallo,", $"{inviter} leest de weekbrief van de Kiosk, over schuldhulpverlening, en gaf ons jouw adres.", "Wil je hem ook? Kies achter de link je onderwerpen en bevestig het. De link werkt een week."],
        (link, "Bekijk de weekbrief"), ["Wil je dit niet? Dan hoef je niets te doen. Je krijgt geen herinnering, en na een week wissen we je adres."]);
}
