using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Mail;

/// <summary>Empties the <see cref="Postbox"/> while the kiosk is open. A letter that the server does not take is tried again twice.</summary>
internal sealed partial class PostRound(Postbox box, IPostman postman, IOptions<MailOptions> options, TimeProvider time, ILogger<PostRound> logger) : BackgroundService
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30)];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var letter in box.EmptyAsync(stoppingToken))
            await DeliverAsync(letter, stoppingToken);
    }

    private async Task DeliverAsync(Letter letter, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var message = letter.ToMessage(new MailAddress(options.Value.From));
                await postman.DeliverAsync(message, cancellation);
                return;
            }
            catch (Exception problem) when (problem is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                if (attempt == Waits.Length)
                {
                    LogLost(letter.Subject, problem.Message);
                    return;
                }

                await Task.Delay(Waits[attempt], time, cancellation);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A mail ‘{Subject}’ could not be sent: {Problem} Check Kiosk:Mail; whoever waits for it can ask again")]
    private partial void LogLost(string subject, string problem);
}
