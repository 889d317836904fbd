using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Kiosk.Data.Moving;
using Kiosk.Data.Storage;
using Kiosk.Web.Hosting;
using Spectre.Console;

namespace Kiosk.Web.CommandLine;

/// <summary><c>kiosk migrate-data --to "…"</c>: moves the whole archive to PostgreSQL, or to SQLite in a directory, and compares both sides afterwards.</summary>
internal static class MigrateDataCommand
{
    public static Command Build(SharedOptions shared)
    {
        var to = new Option<string>("--to") { Required = true, HelpName = "bestemming", Description = "Een verbindingsregel voor PostgreSQL (\"Host=…;Database=…\"), of een map voor SQLite" };
        var command = new Command("migrate-data", "Verhuis het hele archief naar een andere, lege database. Zet de Kiosk eerst stil") { to };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var host = await Workbench.OpenAsync(parsed, shared, cancellation);
            await RunAsync(host.Services, parsed.GetValue(to)!, cancellation);
        });
        return command;
    }

    private static async Task RunAsync(IServiceProvider services, string destination, CancellationToken cancellation)
    {
        var to = Destination(destination);
        try
        {
            var tables = await Terminal.WithBarAsync("Verhuizen", 1, bar => new ArchiveMove(
                services.GetRequiredService<StorageOptions>(), to, services.GetRequiredService<TimeProvider>(),
                // Copying is one pass, comparing two.
                at => bar(at.Verifying ? (at.Total / 2) + at.Done : at.Done, at.Verifying ? at.Total * 1.5 : at.Total * 3)).RunAsync(cancellation));
            Show(tables);
            Console.WriteLine(to.UsesPostgres
                ? "Klaar: alles is over en gelijk. Zet de verbindingsregel in ConnectionStrings:Kiosk en start de Kiosk; de zoekindex vult zich vanzelf."
                : $"Klaar: alles is over en gelijk. Start de Kiosk met --data {to.DataDirectory} en zonder ConnectionStrings:Kiosk; de zoekindex vult zich vanzelf.");
        }
        catch (MoveException problem)
        {
            throw new OpeningException(problem.Message, problem);
        }
        catch (DbException problem)
        {
            throw new OpeningException($"De andere database doet niet mee: {problem.Message} Wat er al over is, blijft staan; geef de opdracht nog eens om verder te gaan.", problem);
        }
    }

    private static StorageOptions Destination(string destination)
    {
        if (!destination.Contains('=', StringComparison.Ordinal))
            return new StorageOptions { DataDirectory = Path.GetFullPath(destination) };
        try
        {
            var parts = new Npgsql.NpgsqlConnectionStringBuilder(destination);
            if (string.IsNullOrWhiteSpace(parts.Host))
                throw new FormatException("er staat geen Host in.");
            return new StorageOptions { DataDirectory = Path.GetTempPath(), PostgresConnection = parts.ToString() };
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new OpeningException($"Deze verbindingsregel klopt niet: {problem.Message} Schrijf bijvoorbeeld \"Host=localhost;Database=kiosk;Username=kiosk;Password=…\".", problem);
        }
    }

    private static void Show(IReadOnlyList<MovedTable> tables)
    {
        var shown = new Table().AddColumns("Tabel", "Rijen", "Controlesom");
        foreach (var table in tables)
            shown.AddRow(table.Name, table.Rows.ToString(CultureInfo.InvariantCulture), table.Checksum);
        Terminal.Output.Write(shown);
    }
}
