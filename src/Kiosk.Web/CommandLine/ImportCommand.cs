using System.CommandLine;
using System.Globalization;
using Kiosk.Ingest.Importing;
using Kiosk.Web.Hosting;

namespace Kiosk.Web.CommandLine;

/// <summary><c>kiosk import FILE.jsonl</c>: adds articles, one a line, and returns when they can be found.</summary>
internal static class ImportCommand
{
    private const int ProblemsShown = 20;

    public static Command Build(SharedOptions shared)
    {
        var file = new Argument<string>("bestand") { Description = "JSON Lines: url, title, text of html, published, source, kind, authors, topics; alleen url is verplicht" };
        var command = new Command("import", "Voeg stukken toe uit een bestand") { file };
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetValue(file)!;
            if (!File.Exists(path))
                throw new OpeningException($"Het bestand {path} is er niet.");
            using var host = await Workbench.OpenAsync(parsed, shared, cancellation);
            return await RunAsync(host.Services, path, cancellation);
        });
        return command;
    }

    /// <returns>0 if every line was good, 1 if some were not.</returns>
    private static async Task<int> RunAsync(IServiceProvider services, string path, CancellationToken cancellation)
    {
        var size = new FileInfo(path).Length;
        var report = await Terminal.WithBarAsync("Stukken toevoegen", size, async bar =>
        {
            await using var lines = File.OpenRead(path);
            return await services.GetRequiredService<Importer>().ImportAsync(lines, read => bar(read, size), cancellation);
        });
        await IndexBar.CatchUpAsync(services, "Zoekindex bijwerken", cancellation);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{report.Tally.New} stukken toegevoegd, {report.Tally.Changed} bijgewerkt, {report.Tally.Seen - report.Tally.New - report.Tally.Changed} waren er al."));
        foreach (var problem in report.Problems.Take(ProblemsShown))
            await Console.Error.WriteLineAsync(problem);
        if (report.Problems.Count > ProblemsShown)
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"… en nog {report.Problems.Count - ProblemsShown} regels."));
        return report.Problems.Count == 0 ? 0 : 1;
    }
}
