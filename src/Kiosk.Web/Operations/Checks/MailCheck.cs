using Kiosk.Web.Mail;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Operations.Checks;

/// <summary>Whether mail can go out: thoroughly, whether the server says hello.</summary>
internal sealed class MailCheck(IOptions<MailOptions> options, MailServerRest rest, TimeProvider time) : ICheck
{
    private const string Name = "Mail";

    public async Task<IReadOnlyList<Finding>> LookAsync(bool thorough, CancellationToken cancellation)
    {
        var mail = options.Value;
        if (string.IsNullOrWhiteSpace(mail.Host))
            return [Finding.Note(Name, "Er is geen mailserver; mail komt als bestand in de map outbox.", "Vul Kiosk:Mail:Host om mail te versturen.")];
        if (rest.Trouble is { } trouble)
            return [Finding.Bad(Name, trouble.Sentence, "Kijk de instellingen van Kiosk:Mail na en stuur een proefmail (Beheer, Mail). Wat wacht, gaat daarna vanzelf.")];
        return [thorough ? await GreetAsync(mail, cancellation) : Finding.Good(Name, $"Mail gaat via {mail.Host}.")];
    }

    private async Task<Finding> GreetAsync(MailOptions mail, CancellationToken cancellation) => await MailGreeting.ReadAsync(mail, time, cancellation) switch
    {
        null => Finding.Bad(Name, $"De mailserver {mail.Host}, poort {mail.Port}, antwoordt niet.", "Kijk of Kiosk:Mail:Host en Port kloppen, en of een firewall het verkeer tegenhoudt."),
        var greeting when MailGreeting.IsWelcome(greeting) => Finding.Good(Name, $"De mailserver {mail.Host} antwoordt."),
        var greeting => Finding.Bad(Name, $"De mailserver {mail.Host} zegt: {(greeting.Length == 0 ? "niets" : Refusal.OneLine(greeting))}", "Kijk of Kiosk:Mail:Host en Port kloppen."),
    };
}
