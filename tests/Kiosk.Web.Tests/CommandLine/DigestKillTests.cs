using System.Globalization;
using System.Text;
using Kiosk.Testing;
using Kiosk.Web.Digests;
using Microsoft.Data.Sqlite;

namespace Kiosk.Web.Tests.CommandLine;

/// <summary>With <c>KIOSK_TEST_LETTERS=10000</c> and <c>KIOSK_TEST_LETTER_KILLS=20</c> in the environment there are that many subscribers, and that many kills.</summary>
public sealed class DigestKillTests
{
    private const int Connections = 4;

    private static readonly int Letters = Asked("KIOSK_TEST_LETTERS", 120);
    private static readonly int Kills = Asked("KIOSK_TEST_LETTER_KILLS", 2);

    [Fact]
    public async Task Killed_while_sending_everybody_gets_her_letter_and_only_those_in_flight_get_it_again_under_the_same_id()
    {
        using var certificate = SmtpScript.SelfSigned();
        await using var server = SmtpServer.Start(new SmtpScript { Certificate = certificate, KeepsText = false, ThinksAbout = _ => TimeSpan.FromMilliseconds(5) });
        await using var place = await Workplace.OpenAsync();
        var day = await FillAsync(place, server, place.File("mailserver.pem", certificate.ExportCertificatePem()));
        var (random, killed) = (new Random(20261129), 0);
        for (var round = 0; round < Kills; round++)
        {
            var goal = server.Count + random.Next(1, Math.Max(2, (Letters - server.Count) / (Kills - round + 1)));
            using var kiosk = place.Start("digest", "send", "--date", day);
            while (server.Count < goal && !kiosk.HasExited)
                await Task.Delay(random.Next(1, 5), TestContext.Current.CancellationToken);
            killed += kiosk.HasExited ? 0 : 1;
            kiosk.Kill();
        }

        // Two processes at once finish what the killed ones left.
        var ends = await Task.WhenAll(place.RunAsync("digest", "send", "--date", day), place.RunAsync("digest", "send", "--date", day));
        Assert.All(ends, end => Assert.True(end.Code == 0, end.Output + end.Error));
        var letters = server.Mails.ToLookup(mail => mail.Recipient);
        Assert.Equal(Letters, letters.Count);
        Assert.All(letters, one => Assert.Single(one.Select(mail => mail.MessageId).Distinct()));
        Assert.All(letters, one => Assert.InRange(one.Count(), 1, 1 + killed));
        Assert.Equal(Letters, server.Mails.Select(mail => mail.MessageId).Distinct().Count());
        var twice = server.Count - Letters;
        Assert.InRange(twice, 0, Connections * killed);
        Assert.Equal(Letters, Count(place.DataDirectory, "SELECT count(*) FROM deliveries WHERE state = 'sent' AND lease_owner IS NULL"));
        TestContext.Current.SendDiagnosticMessage($"{Letters} letters, {killed} of {Kills} killed while sending, {twice} came twice.");
        Assert.Equal(Kills, killed);
    }

    private static async Task<string> FillAsync(Workplace place, SmtpServer server, string trusted)
    {
        place.WriteFeeds();
        foreach (var (name, value) in new[] { ("HOST", "localhost"), ("PORT", server.Port.ToString(CultureInfo.InvariantCulture)), ("CONNECTIONS", Connections.ToString(CultureInfo.InvariantCulture)), ("PERDOMAINPERMINUTE", "0") })
            place.Settings["KIOSK__MAIL__" + name] = value;
        place.Settings["SSL_CERT_FILE"] = trusted;
        var now = TimeProvider.System.GetUtcNow();
        var articles = place.File("stukken.jsonl", string.Create(CultureInfo.InvariantCulture,
            $$"""{"url":"https://bron.example/1","title":"Stuk over de wsnp","text":"Een tekst over de wsnp.","published":"{{now.AddHours(-1):yyyy-MM-dd'T'HH:mm:ssZ}}","topics":["wsnp"]}"""));
        var subscribers = new StringBuilder("address,topics,consent\n");
        for (var number = 0; number < Letters; number++)
            subscribers.Append(CultureInfo.InvariantCulture, $"lezer{number}@gemeente{number % 97}.example,wsnp,2026-03-01\n");
        foreach (var command in new[] { new[] { "import", articles }, ["subscribers", "import", place.File("abonnees.csv", subscribers.ToString())] })
        {
            var (code, output, error) = await place.RunAsync(command);
            Assert.True(code == 0, output + error);
        }

        return DigestCalendar.DayOf(DigestCalendar.WeekOf(DateOnly.FromDateTime(now.UtcDateTime)), DayOfWeek.Tuesday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static int Asked(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : otherwise;

    private static long Count(string dataDirectory, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(dataDirectory, "kiosk.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
