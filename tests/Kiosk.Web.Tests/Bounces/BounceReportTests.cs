using System.Globalization;
using System.Text;
using Kiosk.Web.Bounces;

namespace Kiosk.Web.Tests.Bounces;

/// <summary>With <c>KIOSK_TEST_FUZZ=100000</c> in the environment that many spoilt mails are read.</summary>
public sealed class BounceReportTests
{
    private const string Id = "<weekbrief.1.2.0123456789abcdef@kiosk.example>";

    private static readonly int Spoilt = int.TryParse(Environment.GetEnvironmentVariable("KIOSK_TEST_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 1000;

    [Theory]
    [InlineData("5.1.1", "smtp; 550 5.1.1 User unknown", BounceKind.Hard)]
    [InlineData("5.1.10", "smtp; 550 5.1.10 Recipient not found", BounceKind.Hard)]
    [InlineData("5.0.0", "smtp; 550 No such user here", BounceKind.Hard)]
    [InlineData("5.0.0", "smtp; 552 5.2.2 Over quota", BounceKind.Soft)]
    [InlineData("5.2.2", "smtp; 552 Mailbox full", BounceKind.Soft)]
    [InlineData("4.4.1", "X-Postfix; connect to mail.gemeente.example: Connection timed out", BounceKind.Soft)]
    [InlineData("4.2.2", "smtp; 452 4.2.2 Mailbox full", BounceKind.Soft)]
    [InlineData("5.4.4", "X-Postfix; Host or domain name not found", BounceKind.Hard)]
    [InlineData("5.7.1", "smtp; 550 5.7.1 Blocked by policy", BounceKind.Unwanted)]
    [InlineData("5.7.26", "smtp; 550-5.7.26 Unauthenticated email from kiosk.example", BounceKind.Unwanted)]
    public void Hard_soft_and_unwanted_are_told_apart(string status, string diagnosis, BounceKind kind)
    {
        var report = Read(BounceMails.Postfix(Id, status, diagnosis))!;
        Assert.Equal(kind, report.Kind);
        Assert.Contains(Id, report.Names, StringComparison.Ordinal);
        Assert.Contains(status, report.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_servers_write_otherwise_and_are_understood()
    {
        var exchange = Read(BounceMails.Exchange(Id))!;
        Assert.Equal(BounceKind.Soft, exchange.Kind);
        Assert.Contains(Id, exchange.Names, StringComparison.Ordinal);
        Assert.Equal(BounceKind.Hard, Read(BounceMails.Postfix(Id).ReplaceLineEndings("\r\n"))!.Kind);
        Assert.Equal(BounceKind.Hard, Read("From MAILER-DAEMON Tue Nov 24 06:31:00 2026\n" + BounceMails.Postfix(Id))!.Kind);
    }

    [Fact]
    public void A_complaint_is_one_and_a_delay_or_an_arrival_is_nothing()
    {
        Assert.Equal(BounceKind.Complaint, Read(BounceMails.Complaint(Id))!.Kind);
        Assert.Contains(Id, Read(BounceMails.Complaint(Id))!.Names, StringComparison.Ordinal);
        Assert.Equal(BounceKind.Nothing, Read(BounceMails.Complaint(Id, "not-spam"))!.Kind);
        Assert.Equal(BounceKind.Nothing, Read(BounceMails.Postfix(Id, "4.4.1", action: "delayed"))!.Kind);
        Assert.Equal(BounceKind.Nothing, Read(BounceMails.Postfix(Id, "2.0.0", action: "relayed"))!.Kind);
    }

    [Fact]
    public void What_is_no_report_is_not_taken_for_one()
    {
        Assert.Null(Read("From: noor@gemeente.example\nSubject: Re: Weekbrief\n\nDank!\n"));
        Assert.Null(Read(""));
        Assert.Null(Read("\n\n\n"));
        Assert.Null(Read("Content-Type: multipart/report; boundary=\"\"\n\nleeg"));
        // A report that somebody quotes in the text of a mail is none.
        Assert.Null(Read("Subject: Fwd\n\n" + BounceMails.Postfix(Id)));
    }

    [Fact]
    public void Hostile_mails_end_soon_and_never_throw()
    {
        var nested = string.Concat(Enumerable.Range(0, 20_000).Select(number => $"Content-Type: multipart/mixed; boundary=b{number}\n\n--b{number}\n"));
        var many = "Content-Type: multipart/report; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\nContent-Type: message/delivery-status\n\nX: y\n\n", 10_000));
        var start = TimeProvider.System.GetTimestamp();
        string[] hostile = [nested, many, "Content-Type: " + new string(' ', 400_000), new string('\n', 500_000), "A: " + string.Concat(Enumerable.Repeat("b\n ", 150_000)),
            "Content-Type: multipart/report; boundary=" + new string('-', 400_000), string.Concat(Enumerable.Repeat("a:b\n", 120_000))];
        foreach (var mail in hostile)
            Read(mail);
        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(10));

        var random = new Random(20261129);
        string[] seeds = [BounceMails.Postfix(Id), BounceMails.Exchange(Id), BounceMails.Complaint(Id)];
        for (var round = 0; round < Spoilt; round++)
        {
            var bytes = Encoding.Latin1.GetBytes(seeds[round % seeds.Length]);
            for (var change = random.Next(1, 20); change > 0; change--)
                bytes[random.Next(bytes.Length)] = random.Next(3) switch { 0 => (byte)'\n', 1 => (byte)random.Next(256), _ => bytes[random.Next(bytes.Length)] };
            var report = BounceReport.Read(bytes.AsSpan(0, random.Next(bytes.Length + 1)));
            Assert.True(report is null || Enum.IsDefined(report.Kind));
        }
    }

    private static BounceReport? Read(string mail) => BounceReport.Read(Encoding.Latin1.GetBytes(mail));
}
