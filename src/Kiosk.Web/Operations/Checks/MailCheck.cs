using System.Net.Sockets;
using Kiosk.Web.Mail;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Operations.Checks;

/// <summary>Whether mail can go out: thoroughly, whether the server says hello.</summary>
internal sealed class MailCheck(IOptions<MailOptions> options, TimeProvider time) : ICheck
{
    private const string Name = "Mail";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<IReadOnlyList<Finding>> LookAsync(bool thorough, CancellationToken cancellation)
    {
        var mail = options.Value;
        if (string.IsNullOrWhiteSpace(mail.Host))
            return [Finding.Note(Name, "Er is geen mailserver; mail komt als bestand in de map outbox.", "Vul Kiosk:Mail:Host om mail te versturen.")];
        return [thorough ? await GreetAsync(mail, cancellation) : Finding.Good(Name, $"Mail gaat via {mail.Host}.")];
    }

    private async Task<Finding> GreetAsync(MailOptions mail, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(mail.Host!, mail.Port, both.Token);
            using var reader = new StreamReader(client.GetStream());
            var greeting = await reader.ReadLineAsync(both.Token) ?? "";
            return greeting.StartsWith("220", StringComparison.Ordinal)
                ? Finding.Good(Name, $"De mailserver {mail.Host} antwoordt.")
                : Finding.Bad(Name, $"De mailserver {mail.Host} zegt: {(greeting.Length == 0 ? "niets" : greeting)}", "Kijk of Kiosk:Mail:Host en Port kloppen.");
        }
        catch (Exception problem) when (problem is SocketException or IOException || (problem is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return Finding.Bad(Name, $"De mailserver {mail.Host}, poort {mail.Port}, antwoordt niet.", "Kijk of Kiosk:Mail:Host en Port kloppen, en of een firewall het verkeer tegenhoudt.");
        }
    }
}
