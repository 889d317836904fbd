using System.CommandLine;
using Kiosk.Web.Hosting;
using Kiosk.Web.Reading;
using Kiosk.Web.Subscribing;

namespace Kiosk.Web.CommandLine;

/// <summary><c>kiosk subscribers import|export</c>: who gets the weekly digest, from and to another program.</summary>
internal static class SubscribersCommand
{
    private const int ProblemsShown = 20;

    public static Command Build(SharedOptions shared) => new("subscribers", "Abonnees van de weekbrief") { Import(shared), Export(shared) };

    private static Command Import(SharedOptions shared)
    {
        var file = new Argument<string>("bestand") { Description = "CSV: adres, onderwerpen (met ; ertussen), datum van toestemming; daarachter mag een dag en week of maand" };
        var command = new Command("import", "Neem abonnees over die elders al toestemming gaven; wie er al is, blijft zoals zij is") { file };
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetValue(file)!;
            if (!File.Exists(path))
                throw new OpeningException($"Het bestand {path} is er niet.");
            using var host = await Workbench.OpenAsync(parsed, shared, cancellation);
            await host.Services.GetRequiredService<Opening>().PlantSourcesAsync(cancellation);
            return await ImportAsync(host.Services.GetRequiredService<SubscriberImport>(), path, cancellation);
        });
        return command;
    }

    /// <returns>0 if all was good, 1 if some was not.</returns>
    private static async Task<int> ImportAsync(SubscriberImport import, string path, CancellationToken cancellation)
    {
        var size = new FileInfo(path).Length;
        var report = await Terminal.WithBarAsync("Abonnees overnemen", size, async bar =>
        {
            await using var file = File.OpenRead(path);
            return await import.ReadAsync(file, read => bar(read, size), cancellation);
        });
        Console.WriteLine($"{DutchText.Count(report.Added, "abonnee", "abonnees")} toegevoegd, {DutchText.Count(report.Known, "was", "waren")} er al, {DutchText.Count(report.Problems.Count, "regel", "regels")} met een probleem.");
        foreach (var problem in report.Problems.Take(ProblemsShown))
            await Console.Error.WriteLineAsync(problem);
        if (report.Problems.Count > ProblemsShown)
            await Console.Error.WriteLineAsync($"… en nog {DutchText.Count(report.Problems.Count - ProblemsShown, "regel", "regels")}.");
        return report.Problems.Count == 0 ? 0 : 1;
    }

    private static Command Export(SharedOptions shared)
    {
        var file = new Argument<string>("bestand") { Description = "Waar het komt te staan; - is standaarduitvoer", DefaultValueFactory = _ => "-" };
        var command = new Command("export", "Schrijf alle bevestigde abonnees als CSV, zoals import ze leest") { file };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var host = await Workbench.OpenAsync(parsed, shared, cancellation);
            var subscribers = host.Services.GetRequiredService<SubscriberFile>();
            var count = await OutputFile.WriteAsync(parsed.GetValue(file)!, async output =>
            {
                await using var writer = new StreamWriter(output, leaveOpen: true);
                return await subscribers.WriteAsync(writer, cancellation);
            });
            await Console.Error.WriteLineAsync($"{DutchText.Count(count, "abonnee", "abonnees")} geschreven.");
        });
        return command;
    }
}
