using System.CommandLine;
using System.Text.Json;
using Kiosk.Web.CommandLine.Inspecting;
using Kiosk.Web.Hosting;

namespace Kiosk.Web.CommandLine;

/// <summary><c>kiosk inspect …</c>: shows what the kiosk makes of a feed, a page, a sitemap, a repository, a whole site, a piece of HTML, a text, a date, a robots.txt or a PDF, without storing anything.</summary>
internal static class InspectCommand
{
    private static readonly JsonSerializerOptions Indented = new(JsonLines.Json) { WriteIndented = true };

    public static Command Build()
    {
        var jsonl = new Option<bool>("--jsonl") { Description = "Lees per regel een verzoek als {\"what\": \"feed\", \"file\": …} en antwoord per regel met JSON" };
        var command = new Command("inspect", "Bekijk wat de Kiosk van iets maakt, zonder iets op te slaan") { jsonl };
        command.Subcommands.Add(File("feed", "Lees een feed: RSS, Atom of JSON Feed", path => new InspectRequest { What = "feed", File = path }));
        command.Subcommands.Add(File("article", "Haal het artikel uit een webpagina", path => new InspectRequest { What = "article", File = path }));
        command.Subcommands.Add(File("sitemap", "Lees een sitemap, of een lijst van sitemaps", path => new InspectRequest { What = "sitemap", File = path }));
        command.Subcommands.Add(File("oai", "Lees een antwoord van een archief met OAI-PMH", path => new InspectRequest { What = "oai", File = path }));
        command.Subcommands.Add(Site());
        command.Subcommands.Add(File("html", "Maak HTML schoon zoals bij een artikel", path => new InspectRequest { What = "html", Text = ReadText(path) }, "Een bestand, of - voor standaardinvoer"));
        command.Subcommands.Add(Text());
        command.Subcommands.Add(File("pdf", "Lees een rapport in PDF", path => new InspectRequest { What = "pdf", File = path }));
        command.Subcommands.Add(Robots());
        command.Subcommands.Add(Words("date", "Lees een datum zoals die in feeds voorkomt"));
        command.SetAction(async (parsed, cancellation) =>
        {
            if (!parsed.GetValue(jsonl))
                throw new OpeningException("Noem wat je wilt bekijken: feed, article, sitemap, oai, site, html, text, date, robots of pdf; of geef --jsonl. Met --help zie je hoe.");
            await JsonLines.AnswerAsync<InspectRequest>(Inspector.AnswerAsync, cancellation);
        });
        return command;
    }

    private static Command File(string name, string description, Func<string, InspectRequest> request, string from = "Een bestand, een webadres, of - voor standaardinvoer")
    {
        var path = new Argument<string>("bestand") { Description = from };
        var command = new Command(name, description) { path };
        command.SetAction(async (parsed, cancellation) => await PrintAsync(request(Existing(parsed.GetValue(path)!)), cancellation));
        return command;
    }

    private static Command Robots()
    {
        var path = new Argument<string>("bestand") { Description = "Een robots.txt (bestand of webadres), of - voor standaardinvoer" };
        var url = new Option<string>("--url") { Description = "Het adres waar we willen komen", DefaultValueFactory = _ => "/" };
        var agent = new Option<string>("--agent") { Description = "De naam van de robot", DefaultValueFactory = _ => "deKiosk" };
        var command = new Command("robots", "Bekijk of een robots.txt ons ergens toelaat") { path, url, agent };
        command.SetAction(async (parsed, cancellation) => await PrintAsync(
            new InspectRequest { What = "robots", File = Existing(parsed.GetValue(path)!), Url = parsed.GetValue(url), Agent = parsed.GetValue(agent) }, cancellation));
        return command;
    }

    private static Command Site()
    {
        var address = new Argument<string>("adres") { Description = "Een webadres van de site, bijvoorbeeld www.voorbeeld.nl" };
        var command = new Command("site", "Zoek wat er van een site te lezen is: feeds, sitemaps, archieven of een lijst") { address };
        command.SetAction(async (parsed, cancellation) =>
            SiteReport.Show(await InspectedWeb.FindAsync(parsed.GetValue(address)!, asked => Console.Error.WriteLine($"Kijkt op {asked}"), cancellation)));
        return command;
    }

    private static Command Text()
    {
        var path = new Argument<string>("bestand") { Description = "Een tekstbestand, of - voor standaardinvoer" };
        var command = new Command("text", "Toon door welke zoektermen een tekst wordt gevonden, en waarom") { path };
        command.SetAction(parsed => TextReport.Show(ReadText(Existing(parsed.GetValue(path)!))));
        return command;
    }

    private static Command Words(string name, string description)
    {
        var words = new Argument<string[]>("tekst") { Description = "De tekst zelf", Arity = ArgumentArity.OneOrMore };
        var command = new Command(name, description) { words };
        command.SetAction(async (parsed, cancellation) =>
            await PrintAsync(new InspectRequest { What = name, Text = string.Join(' ', parsed.GetValue(words)!) }, cancellation));
        return command;
    }

    private static async Task PrintAsync(InspectRequest request, CancellationToken cancellation) =>
        Console.WriteLine(JsonSerializer.Serialize(await Inspector.AnswerAsync(request, cancellation), Indented));

    private static string Existing(string path) =>
        path == "-" || InspectRequest.IsWeb(path) || System.IO.File.Exists(path) ? path : throw new OpeningException($"Het bestand {path} is er niet.");

    private static string ReadText(string path) => path == "-" ? Console.In.ReadToEnd()
        : InspectRequest.IsWeb(path) ? throw new OpeningException("Geef hier een bestand of -; met article bekijk je een webpagina.")
        : System.IO.File.ReadAllText(path);
}
