using System.CommandLine;
using Kiosk.Data.Backups;
using Kiosk.Data.Storage;
using Kiosk.Web.Hosting;
using Kiosk.Web.Operations;
using Kiosk.Web.Reading;

namespace Kiosk.Web.CommandLine;

/// <summary><c>kiosk backup [FILE]</c>: a copy of the archive while it is in use, opened and looked through before it counts.</summary>
internal static class BackupCommand
{
    public static Command Build(SharedOptions shared)
    {
        var file = new Argument<string?>("bestand") { Arity = ArgumentArity.ZeroOrOne, Description = "Waar de kopie heen gaat (standaard de map backups bij de gegevens)" };
        var command = new Command("backup", "Maak een reservekopie van het archief, ook terwijl de Kiosk open is") { file };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var host = Workbench.Build(parsed, shared);
            var storage = host.Services.GetRequiredService<StorageOptions>();
            if (storage.UsesPostgres)
                throw new OpeningException(PostgresWords.Backup(storage.PostgresConnection!));
            if (!File.Exists(storage.SqliteFile))
                throw new OpeningException($"Er is geen archief in {storage.DataDirectory}. Noem met --data de map van de Kiosk.");
            var content = await MakeAsync(host.Services, storage, parsed.GetValue(file), cancellation);
            Console.WriteLine($"Klaar en nagekeken: {content.File} ({DutchText.Count(content.Articles, "stuk", "stukken")}, {DutchText.Count(content.Users, "account", "accounts")}, {DutchText.Size(content.Bytes)}). Bewaar hem ook ergens anders; er staan persoonsgegevens in.");
        });
        return command;
    }

    private static Task<BackupContent> MakeAsync(IServiceProvider services, StorageOptions storage, string? file, CancellationToken cancellation) =>
        Terminal.WithBarAsync("Reservekopie maken", 1, bar => Task.Run(() =>
        {
            try
            {
                Action<long, long> progress = (done, total) => bar(done, total);
                return file is null
                    ? services.GetRequiredService<NightlyBackup>().Make(progress, cancellation)
                    : SqliteBackup.Make(storage, file, progress, cancellation);
            }
            catch (BackupException problem)
            {
                throw new OpeningException(problem.Message, problem);
            }
        }, cancellation));
}
