using System.Data.Common;
using Kiosk.Data;
using Kiosk.Data.Storage;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Operations.Checks;

/// <summary>Whether the archive answers; thoroughly, whether SQLite finds every page and every pointer sound.</summary>
internal sealed class ArchiveCheck(IDbContextFactory<KioskDb> factory, ArchiveReading reading, StorageOptions storage) : ICheck
{
    private const string Name = "Archief";
    private const string Restore = "Zet de laatste goede reservekopie terug met kiosk restore.";

    public async Task<IReadOnlyList<Finding>> LookAsync(bool thorough, CancellationToken cancellation)
    {
        try
        {
            var articles = (await reading.ReadAsync(cancellation)).Articles;
            await using var db = await factory.CreateDbContextAsync(cancellation);
            var where = storage.UsesPostgres ? "PostgreSQL" : "SQLite";
            if (thorough && !storage.UsesPostgres && await DamageAsync(db, cancellation) is { } damage)
                return [damage];
            return [Finding.Good(Name, $"{DutchText.Count(articles, "stuk", "stukken")} in {where}{(thorough && !storage.UsesPostgres ? ", helemaal nagelopen" : "")}.")];
        }
        catch (Exception problem) when (problem is DbException or { InnerException: DbException })
        {
            return [Finding.Bad(Name, $"Het archief geeft geen antwoord: {(problem.InnerException ?? problem).Message}", storage.UsesPostgres ? "Kijk of PostgreSQL draait en of de verbindingsregel klopt." : Restore)];
        }
    }

    private static async Task<Finding?> DamageAsync(KioskDb db, CancellationToken cancellation)
    {
        var integrity = await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").FirstAsync(cancellation);
        if (integrity != "ok")
            return Finding.Bad(Name, $"Het bestand is beschadigd: {integrity}.", Restore);
        var loose = await db.Database.SqlQueryRaw<string>("SELECT \"table\" AS \"Value\" FROM pragma_foreign_key_check").ToListAsync(cancellation);
        return loose is [var table, ..] ? Finding.Bad(Name, $"Er wijzen rijen naar iets dat er niet is: {DutchText.Number(loose.Count)}, de eerste in {table}.", Restore) : null;
    }
}
