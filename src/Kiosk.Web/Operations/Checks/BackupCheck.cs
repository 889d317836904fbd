using Kiosk.Data.Backups;
using Kiosk.Data.Storage;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Operations.Checks;

/// <summary>Whether there is a backup of last night; thoroughly, whether the newest is good.</summary>
internal sealed class BackupCheck(NightlyBackup backup, StorageOptions storage, TimeProvider time) : ICheck
{
    private const string Name = "Reservekopie";
    private static readonly TimeSpan TooOld = TimeSpan.FromHours(36);

    public Task<IReadOnlyList<Finding>> LookAsync(bool thorough, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Finding>>([Look(thorough)]);

    private Finding Look(bool thorough)
    {
        if (storage.UsesPostgres)
            return Finding.Note(Name, "Het archief staat in PostgreSQL; de Kiosk maakt daar geen reservekopie van.", "Plan elke nacht pg_dump; docs/operators/backup.md zegt hoe.");
        if (!backup.IsOn)
            return Finding.Note(Name, "De nachtelijke reservekopie staat uit.", "Zet Kiosk:Backup:Nightly aan, of zorg zelf voor kopieën met kiosk backup.");
        if (backup.Problem is { } problem)
            return Finding.Bad(Name, problem, "Los dit op; de Kiosk probeert het elke tien minuten opnieuw.");
        if (backup.Shelf.List() is not [var (made, file), ..])
            return Finding.Note(Name, "Er is nog geen reservekopie.", "De eerste komt vannacht; kiosk backup maakt er nu een.");
        if (time.GetUtcNow() - made > TooOld)
            return Finding.Bad(Name, $"De laatste reservekopie is van {DutchTime.Exact(made)}.", "Kijk in het logboek van de server waarom er geen nieuwe kwam.");
        return thorough ? Inspected(file, made) : Finding.Good(Name, $"De laatste is van {DutchTime.Exact(made)}.");
    }

    private static Finding Inspected(FileInfo file, DateTimeOffset made)
    {
        try
        {
            var content = SqliteBackup.Inspect(file.FullName);
            return Finding.Good(Name, $"De laatste is van {DutchTime.Exact(made)} en is goed: {DutchText.Count(content.Articles, "stuk", "stukken")}.");
        }
        catch (BackupException problem)
        {
            return Finding.Bad(Name, problem.Message, "Maak meteen een nieuwe met kiosk backup, en laat de schijf nakijken.");
        }
    }
}
