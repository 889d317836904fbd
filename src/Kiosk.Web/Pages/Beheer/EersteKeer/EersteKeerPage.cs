using System.Net.Mail;
using Kiosk.Web.Accounts;
using Kiosk.Web.Mail;
using Kiosk.Web.Operations;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Pages.Beheer.EersteKeer;

/// <summary>Whether a new kiosk is ready for others: the same checks as on Beheer and in <c>kiosk check</c>, what goes wrong first, and a letter to try the mail with.</summary>
public sealed class EersteKeerPage(Rounds rounds, IPostman postman, IOptions<MailOptions> mail) : PageModel
{
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>How the test letter went, in Dutch; null if none was sent just now.</summary>
    public string? Sent { get; private set; }

    /// <summary>Why the test letter did not go, in Dutch; null if it did, or none was sent.</summary>
    public string? Problem { get; private set; }

    public string Address => Visitor.Of(User)!.Email;

    public int ToDo => Findings.Count(finding => finding.State != FindingState.Good);

    public Task OnGetAsync(CancellationToken cancellation) => LookAsync(cancellation);

    public async Task OnPostAsync(CancellationToken cancellation)
    {
        var letter = new Letter(Address, "Proefbrief van de Kiosk", ["Deze brief komt van je eigen Kiosk. Lees je hem, dan werkt de mail.", "Ligt hij bij de ongewenste mail, kijk dan of de afzender klopt en of je domein SPF en DKIM heeft."], Link: null, []);
        try
        {
            using var message = letter.ToMessage(new MailAddress(mail.Value.From));
            await postman.DeliverAsync(message, cancellation);
            Sent = string.IsNullOrWhiteSpace(mail.Value.Host)
                ? "Er is geen mailserver, dus de proefbrief ligt in de map outbox en in de postbus."
                : $"De mailserver heeft de proefbrief aangenomen. Kijk in de postbus van {Address}; dat kan een minuut duren.";
        }
        catch (Exception problem) when (problem is SmtpException or IOException or UnauthorizedAccessException || (problem is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            Problem = $"De proefbrief ging niet weg: {(problem is OperationCanceledException ? "de mailserver antwoordde niet op tijd." : problem.Message)} Kijk of Kiosk:Mail:Host, Port, User en Password kloppen.";
        }

        await LookAsync(cancellation);
    }

    private async Task LookAsync(CancellationToken cancellation) => Findings = [.. (await rounds.LookAsync(cancellation)).Select(found => found.Finding)];
}
