using System.CommandLine;
using Kiosk.Data.Backups;
using Kiosk.Data.Storage;
using Kiosk.Web.Hosting;
using Kiosk.Web.Reading;

namespace Kiosk.Web.CommandLine;

/// <summary><c>kiosk restore FILE</c>: puts a backup back. An archive that stands there is kept unless told otherwise, and even then set aside.</summary>
internal static class RestoreCommand
{
    public static Command Build(SharedOptions shared)
    {
        var file = new Argument<string>("bestand") { Description = "De reservekopie" };
        var overwrite = new Option<bool>("--overwrite") { Description = "Ook als er al een archief staat; dat wordt opzij gezet" };
        var command = new Command("restore", "Zet een reservekopie terug. Zet de Kiosk eerst stil") { file, overwrite };
        command.SetAction(parsed =>
        {
            using var host = Workbench.Build(parsed, shared);
            var storage = host.Services.GetRequiredService<StorageOptions>();
            if (storage.UsesPostgres)
                throw new OpeningException(PostgresWords.Restore(storage.PostgresConnection!));
            try
            {
                var (content, aside) = SqliteRestore.Run(storage, parsed.GetValue(file)!, parsed.GetValue(overwrite), host.Services.GetRequiredService<TimeProvider>().GetUtcNow());
                Console.WriteLine($"Klaar: {DutchText.Count(content.Articles, "stuk", "stukken")} en {DutchText.Count(content.Users, "account", "accounts")} staan in {storage.SqliteFile}. De zoekindex vult zich bij de start; oude mail gaat niet opnieuw uit.");
                if (aside is not null)
                    Console.WriteLine($"Het archief dat er stond, is nu {aside}.");
            }
            catch (BackupException problem)
            {
                throw new OpeningException(problem.Message, problem);
            }
        });
        return command;
    }
}
