using System.Net.Mail;
using Kiosk.Data.Storage;
using Kiosk.Testing;
using Kiosk.Web.Mail;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kiosk.Web.Tests.Mail;

public sealed class OutboxTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 5, 0, TimeSpan.FromHours(1));

    private readonly string _directory = Directory.CreateTempSubdirectory("kiosk-outbox-").FullName;
    private readonly Outbox _outbox;

    public OutboxTests() => _outbox = new Outbox(new StorageOptions { DataDirectory = _directory }, new ManualTime(Now), NullLogger<Outbox>.Instance);

    [Fact]
    public async Task A_letter_becomes_a_mail_with_sender_date_id_and_both_texts_in_UTF_8()
    {
        await SendAsync("noor@kiosk.example");
        var mail = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(_directory, "outbox"))), TestContext.Current.CancellationToken);

        Assert.Contains("From: \"de Kiosk\" <kiosk@kiosk.example>", mail, StringComparison.Ordinal);
        Assert.Contains("To: noor@kiosk.example", mail, StringComparison.Ordinal);
        Assert.Matches("Date: \\d{1,2} [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d [+-]\\d{4}\r\n", mail);
        Assert.Matches("Message-ID: <[0-9a-f]{32}@kiosk\\.example>", mail);
        Assert.Contains("Subject: =?utf-8?", mail, StringComparison.Ordinal);
        Assert.Contains("Content-Type: multipart/alternative", mail, StringComparison.Ordinal);
        Assert.Contains("Content-Type: text/plain; charset=utf-8", mail, StringComparison.Ordinal);
        Assert.Contains("Content-Type: text/html; charset=utf-8", mail, StringComparison.Ordinal);
        Assert.Contains("Co=C3=B6rdinatie &lt;b&gt;", mail.Replace("=\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forgetting_an_address_takes_its_mails_and_no_others()
    {
        await SendAsync("noor@kiosk.example");
        await SendAsync("anoor@kiosk.example");
        _outbox.Forget("Noor@kiosk.example");
        Assert.Contains("To: anoor@", await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(_directory, "outbox"))), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private async Task SendAsync(string to)
    {
        var letter = new Letter(to, "Één onderwerp", ["Coördinatie <b>"], (new Uri("https://kiosk.example/?a=1&b=2"), "Open"), []);
        using var message = letter.ToMessage(new MailAddress("de Kiosk <kiosk@kiosk.example>"));
        await _outbox.DeliverAsync(message, TestContext.Current.CancellationToken);
    }
}
