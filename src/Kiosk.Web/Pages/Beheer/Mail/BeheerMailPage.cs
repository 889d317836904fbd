using System.Net.Mail;
using Kiosk.Web.Accounts;
using Kiosk.Web.Mail;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Pages.Beheer.Mail;

/// <summary>What makes mail arrive: how it goes now, what the sending domain must say in DNS, and a mail to oneself that shows what the receiver saw.</summary>
public sealed class BeheerMailPage(IPostman postman, MailServerRest rest, IOptions<MailOptions> options) : PageModel
{
    public string? Done { get; private set; }

    public string? Problem { get; private set; }

    public MailOptions Settings => options.Value;

    public bool HasServer => !string.IsNullOrWhiteSpace(Settings.Host);

    /// <summary>Why the server takes nothing now; null if it does.</summary>
    public MailServerTrouble? Trouble => rest.Trouble;

    /// <summary>The domain that receivers judge: that of the sender.</summary>
    public string Domain => new MailAddress(Settings.From).Host;

    public void OnGet()
    {
        // What the page shows stands in the settings.
    }

    public async Task OnPostAsync(CancellationToken cancellation)
    {
        var to = Visitor.Of(User)!.Email;
        try
        {
            using var message = Test(to).ToMessage(new MailAddress(Settings.From));
            await postman.DeliverAsync(message, cancellation);
            Done = HasServer ? $"De mailserver nam een proefmail aan voor {to}. Kijk of hij aankomt, ook bij ongewenste mail." : "De proefmail ligt in de postbus van de kiosk: er is geen mailserver ingesteld.";
        }
        catch (Exception problem) when (problem is SmtpException or IOException)
        {
            Problem = Refusal.Of(problem).Sentence;
        }
    }

    private Letter Test(string to) => new(to, "Proefmail van de Kiosk",
        ["Deze mail stuurde je jezelf vanaf de pagina Beheer, Mail. Hij kwam aan.", "Wil je weten wat de ontvangende mailserver ervan vond? Open dan de bron van deze mail.",
            "Gmail: de drie puntjes naast de mail, ‘Origineel bekijken’. Outlook: Bestand, Eigenschappen, ‘Internetkopteksten’. Thunderbird: Meer, ‘Bron bekijken’. Apple Mail: Weergave, Bericht, ‘Alle kopteksten’.",
            $"Zoek de regel die begint met Authentication-Results. Daar horen spf=pass, dkim=pass en dmarc=pass te staan, met {Domain} erbij.",
            "Staat er fail, softfail of none? Dan mist er een record in DNS. De pagina Beheer, Mail zegt welk."],
        null, []);
}
