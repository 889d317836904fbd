using System.Net;
using System.Net.Mail;
using Kiosk.Testing;
using Kiosk.Web.Mail;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Tests.Mail;

/// <summary>The postman against a server that really speaks SMTP.</summary>
public sealed class SmtpPostmanTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Mails_arrive_whole_and_share_connections()
    {
        await using var server = SmtpServer.Start();
        using var postman = Postman(server, new MailOptions { Connections = 3 });
        await Task.WhenAll(Enumerable.Range(0, 12).Select(number => DeliverAsync(postman, $"lezer{number}@gemeente.example")));

        Assert.Equal(12, server.Mails.Select(mail => mail.Recipient).Distinct().Count());
        Assert.InRange(server.Connections, 1, 3);
        var mail = WrittenMail.Parse(server.Mails[0].Text);
        Assert.Equal("Één onderwerp", mail["Subject"]);
        Assert.Equal(".een punt vooraan\n..en twee, en ruim €100", mail.Text.Trim().ReplaceLineEndings("\n"));
        Assert.All(server.Mails, one => Assert.Equal("terug@kiosk.example", one.Sender));
    }

    [Theory]
    [InlineData("550 5.1.1 Onbekend", RefusalKind.NoSuchMailbox)]
    [InlineData("452 4.2.2 Vol", RefusalKind.MailboxTrouble)]
    [InlineData("451 4.7.1 Later", RefusalKind.LaterForDomain)]
    [InlineData("421 4.7.0 Nu niet", RefusalKind.LaterForDomain)]
    [InlineData("554 5.7.1 Geweigerd", RefusalKind.Unwanted)]
    public async Task A_refusal_is_told_and_hinders_nobody_else(string reply, RefusalKind kind)
    {
        await using var server = SmtpServer.Start(new SmtpScript { ToRecipient = to => to.StartsWith("weg", StringComparison.Ordinal) ? reply : null });
        using var postman = Postman(server);
        var refusal = await RefusalAsync(postman, "weg@gemeente.example");
        Assert.Equal((kind, reply), (refusal.Kind, refusal.Reply));
        await DeliverAsync(postman, "noor@gemeente.example");
        Assert.Equal("noor@gemeente.example", Assert.Single(server.Mails).Recipient);
    }

    [Fact]
    public async Task A_mail_of_which_the_connection_broke_halfway_goes_again_at_once_if_the_connection_was_an_old_one()
    {
        var drops = 1;
        await using var server = SmtpServer.Start(new SmtpScript { HangsUpInMailTo = to => to.StartsWith("pech", StringComparison.Ordinal) && Interlocked.Exchange(ref drops, 0) == 1 });
        using var postman = Postman(server);
        await DeliverAsync(postman, "noor@gemeente.example");
        await DeliverAsync(postman, "pech@gemeente.example", "<een@kiosk.example>");
        Assert.Equal("<een@kiosk.example>", server.Mails[1].MessageId);
        Assert.Equal(2, server.Connections);

        drops = 1;
        using var fresh = Postman(server);
        Assert.Equal(RefusalKind.Lost, (await RefusalAsync(fresh, "pech@gemeente.example")).Kind);
    }

    [Fact]
    public async Task A_server_that_hangs_up_between_mails_is_greeted_anew()
    {
        await using var server = SmtpServer.Start(new SmtpScript { MailsPerConnection = 2 });
        using var postman = Postman(server, new MailOptions { Connections = 1 });
        for (var number = 0; number < 6; number++)
            await DeliverAsync(postman, $"lezer{number}@gemeente.example");
        Assert.Equal((6, 3), (server.Count, server.Connections));
    }

    [Fact]
    public async Task A_server_that_lets_in_fewer_at_once_gets_fewer()
    {
        await using var server = SmtpServer.Start(new SmtpScript { ThinksAbout = _ => TimeSpan.FromMilliseconds(30) });
        using var postman = Postman(server, new MailOptions { Connections = 5 });
        await DeliverAsync(postman, "eerste@gemeente.example");
        server.Become(new SmtpScript { Greeting = "421 4.7.0 Too many connections" });
        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => DeliverAsync(postman, $"lezer{number}@gemeente.example")));
        Assert.Equal(11, server.Count);
        Assert.All(server.Mails, mail => Assert.Equal(1, mail.Connection));
    }

    [Fact]
    public async Task A_server_that_lets_in_many_and_then_says_that_there_are_too_many_gets_fewer()
    {
        SmtpServer? server = null;
        await using var busy = server = SmtpServer.Start(new SmtpScript
        {
            ToRecipient = _ => server!.OpenConnections > 2 ? "432 4.3.2 Concurrent connections limit exceeded" : null,
            ThinksAbout = _ => TimeSpan.FromMilliseconds(20),
        });
        using var postman = Postman(busy, new MailOptions { Connections = 8 });
        await DeliverAsync(postman, "eerste@gemeente.example");
        await Task.WhenAll(Enumerable.Range(0, 30).Select(number => DeliverAsync(postman, $"lezer{number}@gemeente.example")));
        Assert.Equal(31, busy.Mails.Select(mail => mail.Recipient).Distinct().Count());
        Assert.InRange(busy.OpenConnections, 1, 2);
    }

    [Fact]
    public async Task Encrypted_and_signed_in_or_not_at_all()
    {
        using var certificate = SmtpScript.SelfSigned();
        await using var server = SmtpServer.Start(new SmtpScript { Certificate = certificate, Login = new NetworkCredential("kiosk", "geheim") });
        var rest = new MailServerRest(TimeProvider.System);
        // Nobody signed this certificate, so it is not trusted.
        using (var careful = Postman(server, new MailOptions { User = "kiosk", Password = "geheim" }, tls: true, rest))
            Assert.Contains("certificate", (await RefusalAsync(careful, "noor@gemeente.example")).Sentence, StringComparison.Ordinal);
        Assert.True(rest.IsResting);
        Assert.Empty(server.Mails);

        await using var bare = SmtpServer.Start();
        using (var strict = Postman(bare, tls: true))
            Assert.Equal(new Refusal(RefusalKind.Closed, "Server does not support secure connections."), await RefusalAsync(strict, "noor@gemeente.example"));
        Assert.Empty(bare.Mails);

        await using var known = SmtpServer.Start(new SmtpScript { Login = new NetworkCredential("kiosk", "geheim") });
        using (var wrong = Postman(known, new MailOptions { User = "kiosk", Password = "fout" }))
            Assert.Equal(RefusalKind.Closed, (await RefusalAsync(wrong, "noor@gemeente.example")).Kind);
        using (var right = Postman(known, new MailOptions { User = "kiosk", Password = "geheim" }, rest: rest))
            await DeliverAsync(right, "noor@gemeente.example");
        Assert.Null(rest.Trouble);
        Assert.Single(known.Mails);
    }

    [Fact]
    public async Task A_server_that_is_down_or_shows_the_door_takes_nothing_at_all()
    {
        var server = SmtpServer.Start();
        using var postman = Postman(server);
        await server.DisposeAsync();
        Assert.Equal(RefusalKind.Closed, (await RefusalAsync(postman, "noor@gemeente.example")).Kind);

        await using var barred = SmtpServer.Start(new SmtpScript { Greeting = "554 5.7.1 We kennen u niet" });
        using var outside = Postman(barred);
        var refusal = await RefusalAsync(outside, "noor@gemeente.example");
        Assert.Equal((RefusalKind.Closed, "554 5.7.1 We kennen u niet"), (refusal.Kind, refusal.Reply));
    }

    private static SmtpPostman Postman(SmtpServer server, MailOptions? options = null, bool tls = false, MailServerRest? rest = null) => new(
        Options.Create((options ?? new MailOptions()) with { Host = "127.0.0.1", Port = server.Port, Tls = tls, ReturnPath = "terug@kiosk.example" }), rest ?? new MailServerRest(TimeProvider.System), TimeProvider.System);

    private static async Task DeliverAsync(SmtpPostman postman, string to, string? id = null)
    {
        using var message = new MailMessage("kiosk@kiosk.example", to, "Één onderwerp", ".een punt vooraan\r\n..en twee, en ruim €100") { BodyTransferEncoding = System.Net.Mime.TransferEncoding.QuotedPrintable };
        if (id is not null)
            message.Headers["Message-ID"] = id;
        await postman.DeliverAsync(message, None);
    }

    private static async Task<Refusal> RefusalAsync(SmtpPostman postman, string to) => (await Assert.ThrowsAsync<MailRefusedException>(() => DeliverAsync(postman, to))).Refusal;
}
