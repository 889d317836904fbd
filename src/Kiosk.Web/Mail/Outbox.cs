using System.Globalization;
using System.Net.Mail;
using Kiosk.Data.Storage;

namespace Kiosk.Web.Mail;

/// <summary>Writes mails as <c>.eml</c> files to <c>outbox</c> in the data directory, for who has no mail server yet: mail programs open them.</summary>
internal sealed partial class Outbox(StorageOptions storage, TimeProvider time, ILogger<Outbox> logger) : IPostman
{
    private readonly string _directory = Path.Combine(storage.DataDirectory, "outbox");

    public async Task DeliverAsync(MailMessage message, CancellationToken cancellation)
    {
        var draft = Directory.CreateDirectory(Path.Combine(_directory, $".{Guid.NewGuid():N}"));
        try
        {
            using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = draft.FullName };
            await client.SendMailAsync(message, cancellation);
            var file = NameOf(message) ?? string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyyMMdd-HHmmss}-{draft.Name[1..9]}.eml");
            // Moved when whole, so that nobody reads half a mail.
            File.Move(draft.GetFiles().Single().FullName, Path.Combine(_directory, file), overwrite: true);
            LogWritten(Path.Combine("outbox", file));
        }
        finally
        {
            draft.Delete(recursive: true);
        }
    }

    public void Forget(string address)
    {
        if (!Directory.Exists(_directory))
            return;
        foreach (var file in Directory.EnumerateFiles(_directory, "*.eml").Where(file => IsTo(file, address)))
            File.Delete(file);
    }

    /// <summary>A letter of the digest or of an alert is called after its Message-ID: sent once more after a crash, it is the same file. Null for other mails.</summary>
    private static string? NameOf(MailMessage message) =>
        message.Headers["Message-ID"] is { } id && (id.StartsWith("<weekbrief.", StringComparison.Ordinal) || id.StartsWith("<attendering.", StringComparison.Ordinal)) ? id[1..id.IndexOf('@', StringComparison.Ordinal)] + ".eml" : null;

    /// <summary>The system's mail client writes who a mail is for on top, as it was given.</summary>
    private static bool IsTo(string file, string address) => File.ReadLines(file).TakeWhile(line => line.Length > 0)
        .Any(line => line.StartsWith("X-Receiver:", StringComparison.OrdinalIgnoreCase) && line[11..].Trim().Equals(address, StringComparison.OrdinalIgnoreCase));

    [LoggerMessage(Level = LogLevel.Information, Message = "No mail server is set (Kiosk:Mail:Host): wrote {File} in the data directory")]
    private partial void LogWritten(string file);
}
