using System.CommandLine;
using System.Globalization;
using Kiosk.Data.Transfer;
using Kiosk.Ingest.Importing;
using Kiosk.Web.Hosting;
using Kiosk.Web.Reading;

namespace Kiosk.Web.CommandLine;

/// <summary>
/// <c>kiosk import FILE</c>: articles, one a line; a whole archive as <c>kiosk export</c> wrote it; or feeds in OPML. What it is shows from its
/// beginning. Returns when what came in can be found.
/// </summary>
internal static class ImportCommand
{
    private const int ProblemsShown = 20;
    private const int MostOpmlBytes = 16 * 1024 * 1024;

    public static Command Build(SharedOptions shared)
    {
        var file = new Argument<string>("bestand")
        {
            Description = "JSON Lines met stukken (url, title, text of html, published, source, kind, authors, topics; alleen url is verplicht), een export van een kiosk, of OPML",
        };
        var command = new Command("import", "Voeg stukken, een heel archief of bronnen toe uit een bestand") { file };
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

    /// <returns>0 if all was good, 1 if some was not.</returns>
    private static async Task<int> RunAsync(IServiceProvider services, string path, CancellationToken cancellation)
    {
        try
        {
            var beginning = Beginning(path);
            if (beginning.StartsWith('<'))
                return await OpmlAsync(services, path, cancellation);
            return ArchiveImport.IsArchive(beginning) ? await ArchiveAsync(services, path, cancellation) : await ArticlesAsync(services, path, cancellation);
        }
        catch (TransferException problem)
        {
            throw new OpeningException(problem.Message, problem);
        }
    }

    /// <summary>The first line that is not blank, or as much of it as tells what the file is.</summary>
    private static string Beginning(string path)
    {
        using var reader = new StreamReader(path);
        var buffer = new char[1024];
        return new string(buffer, 0, reader.ReadBlock(buffer)).TrimStart().Split('\n')[0];
    }

    private static async Task<int> ArchiveAsync(IServiceProvider services, string path, CancellationToken cancellation)
    {
        var rows = await ReadAsync("Archief terugzetten", path, (file, read) => services.GetRequiredService<ArchiveImport>().ReadAsync(file, read, cancellation));
        await IndexBar.CatchUpAsync(services, "Zoekindex bijwerken", cancellation);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Klaar: {rows} rijen staan nu in dit archief."));
        return 0;
    }

    private static async Task<int> OpmlAsync(IServiceProvider services, string path, CancellationToken cancellation)
    {
        if (new FileInfo(path).Length > MostOpmlBytes)
            throw new OpeningException($"Het bestand {path} is groter dan 16 MB. Is dit wel een lijst met feeds?");
        var report = await services.GetRequiredService<OpmlImporter>().ImportAsync(await File.ReadAllBytesAsync(path, cancellation), cancellation);
        if (report.Problem is not null)
            throw new OpeningException(report.Problem);
        Console.WriteLine($"{DutchText.Count(report.Added.Count, "bron", "bronnen")} toegevoegd, {DutchText.Count(report.Known.Count, "was", "waren")} er al.");
        await ShowAsync(report.Remark is null ? report.Refused : [report.Remark, .. report.Refused]);
        return report.Refused.Count == 0 ? 0 : 1;
    }

    private static async Task<int> ArticlesAsync(IServiceProvider services, string path, CancellationToken cancellation)
    {
        var report = await ReadAsync("Stukken toevoegen", path, (lines, read) => services.GetRequiredService<Importer>().ImportAsync(lines, read, cancellation));
        await IndexBar.CatchUpAsync(services, "Zoekindex bijwerken", cancellation);
        var known = report.Tally.Seen - report.Tally.New - report.Tally.Changed;
        Console.WriteLine($"{DutchText.Count(report.Tally.New, "stuk", "stukken")} toegevoegd, {DutchText.Number(report.Tally.Changed)} bijgewerkt, {DutchText.Count(known, "was", "waren")} er al.");
        await ShowAsync(report.Problems);
        return report.Problems.Count == 0 ? 0 : 1;
    }

    private static Task<T> ReadAsync<T>(string title, string path, Func<Stream, Action<long>, Task<T>> work)
    {
        var size = new FileInfo(path).Length;
        return Terminal.WithBarAsync(title, size, async bar =>
        {
            await using var file = File.OpenRead(path);
            return await work(file, read => bar(read, size));
        });
    }

    private static async Task ShowAsync(IReadOnlyList<string> problems)
    {
        foreach (var problem in problems.Take(ProblemsShown))
            await Console.Error.WriteLineAsync(problem);
        if (problems.Count > ProblemsShown)
            await Console.Error.WriteLineAsync($"… en nog {DutchText.Count(problems.Count - ProblemsShown, "regel", "regels")}.");
    }
}
