using System.Globalization;
using Kiosk.Web.Digests;
using Kiosk.Web.Mail;

namespace Kiosk.Web.Tests.CommandLine;

public sealed class DigestCommandTests
{
    [Fact]
    public async Task Subscribers_come_in_get_their_letter_once_and_go_out_again()
    {
        await using var place = await Workplace.OpenAsync();
        place.WriteFeeds();
        var today = TimeProvider.System.GetUtcNow();
        var articles = place.File("stukken.jsonl", string.Join('\n', Enumerable.Range(1, 4).Select(number => string.Create(CultureInfo.InvariantCulture,
            $$"""{"url":"https://bron.example/{{number}}","title":"Stuk {{number}} over de wsnp","text":"Een tekst over de wsnp, nummer {{number}}.","published":"{{today.AddHours(-number):yyyy-MM-dd'T'HH:mm:ssZ}}","topics":["wsnp"]}"""))));
        Assert.Equal(0, (await place.RunAsync("import", articles)).Code);
        var (code, output, error) = await place.RunAsync("subscribers", "import", place.File("abonnees.csv",
            "address,topics,consent\nNoor@gemeente.example,wsnp,2026-03-01\n\"bilal@gemeente.example\",\"Wsnp;bestaat-niet\",1-3-2026\ngeen adres,wsnp,2026-03-01\nx@gemeente.example,wsnp,\n"));
        Assert.Equal(1, code);
        Assert.Contains("2 abonnees toegevoegd, 0 waren er al, 3 regels met een probleem", output, StringComparison.Ordinal);
        Assert.Contains("Regel 3: Bij bilal@gemeente.example staat een onderwerp dat er niet is: bestaat-niet", error, StringComparison.Ordinal);
        Assert.Contains("Regel 5: Bij x@gemeente.example staat geen datum van toestemming", error, StringComparison.Ordinal);

        Assert.Contains("Stuk 1 over de wsnp", (await place.RunAsync("digest", "preview", "--topic", "wsnp")).Output, StringComparison.Ordinal);
        var tuesday = DigestCalendar.DayOf(DigestCalendar.WeekOf(DateOnly.FromDateTime(today.UtcDateTime)), DayOfWeek.Tuesday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Contains("2 weekbrieven verstuurd", (await place.RunAsync("digest", "send", "--date", tuesday)).Output, StringComparison.Ordinal);
        Assert.Contains("0 weekbrieven verstuurd", (await place.RunAsync("digest", "send", "--date", tuesday)).Output, StringComparison.Ordinal);
        var mails = Directory.GetFiles(Path.Combine(place.DataDirectory, "outbox"), "*.eml").Select(file => WrittenMail.Parse(File.ReadAllText(file))).ToList();
        Assert.Equal(["bilal@gemeente.example", "noor@gemeente.example"], mails.Select(mail => mail["To"]).Order(StringComparer.Ordinal));
        Assert.All(mails, mail => Assert.Contains("Stuk 4 over de wsnp", mail.Text, StringComparison.Ordinal));
        Assert.Equal("adres,onderwerpen,toestemming,dag,ritme\nnoor@gemeente.example,wsnp,2026-03-01,dinsdag,week\nbilal@gemeente.example,wsnp,2026-03-01,dinsdag,week\n",
            (await place.RunAsync("subscribers", "export")).Output.ReplaceLineEndings("\n"));
    }
}
