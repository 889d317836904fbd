using System.Diagnostics;
using Kiosk.Data;
using Kiosk.Data.Storage;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Harvesting;
using Kiosk.Ingest.Sources;
using Kiosk.Web.Accounts;
using Kiosk.Web.Digests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Hosting;

/// <summary>
/// What happens before the shutters go up: the settings are checked, the schema is brought up to date, and the feeds file is merged into the archive.
/// </summary>
public sealed partial class Opening(
    IStartupValidator settings, IOptions<KioskOptions> options, IOptions<FetchOptions> fetching, StorageOptions storage, Schema schema,
    ArchiveKeys keys, SourceClaims claims, DeliveryQueue deliveries, IDbContextFactory<KioskDb> factory, TimeProvider time, ILogger<Opening> logger)
{
    /// <summary>Checks all settings and brings the archive's schema up to date.</summary>
    /// <exception cref="OpeningException">A setting is wrong, the data directory cannot be used, or the archive is newer than this program.</exception>
    public async Task PrepareArchiveAsync(CancellationToken cancellation)
    {
        CheckSettings();
        try
        {
            Directory.CreateDirectory(storage.DataDirectory);
            await schema.UpdateAsync(cancellation);
            // Where earlier versions kept them beside SQLite.
            await keys.TakeOverAsync(Path.Combine(storage.DataDirectory, "keys"), cancellation);
            await claims.ReleaseOrphansAsync(IsAnother, cancellation);
            await deliveries.ReleaseOrphansAsync(IsAnother, cancellation);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new OpeningException($"De map {storage.DataDirectory} is niet te gebruiken: {problem.Message} Kies met --data een map waarin de Kiosk mag schrijven.", problem);
        }
        catch (System.Data.Common.DbException problem)
        {
            throw new OpeningException($"Het archief gaat niet open ({(storage.UsesPostgres ? "PostgreSQL" : storage.SqliteFile)}): {problem.Message}", problem);
        }
        catch (NewerSchemaException problem)
        {
            throw new OpeningException(problem.Message, problem);
        }
    }

    /// <summary>Reads the feeds file and merges it into the archive.</summary>
    /// <exception cref="OpeningException">The file has faults; the message names each entry and what to do.</exception>
    public async Task<SeedReport> PlantSourcesAsync(CancellationToken cancellation)
    {
        var path = options.Value.FeedsFile();
        var reading = FeedsFile.ReadFile(path);
        foreach (var warning in reading.Warnings)
            LogWarning(warning.ToString());
        if (reading.File is not { } file)
            throw new OpeningException($"In {path} klopt iets niet:{Environment.NewLine}{string.Join(Environment.NewLine, reading.Problems.Select(problem => $"  - {problem}"))}");
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var report = await Seeding.SeedAsync(db, file, time, cancellation);
        LogSeeded(path, report.ToString());
        if (fetching.Value.Contact == FetchOptions.DefaultContact)
            LogNoContact();
        return report;
    }

    private void CheckSettings()
    {
        try
        {
            settings.Validate();
        }
        catch (Exception problem) when (problem is AggregateException or OptionsValidationException)
        {
            var problems = problem is AggregateException several ? several.InnerExceptions.OfType<OptionsValidationException>() : [(OptionsValidationException)problem];
            throw new OpeningException(string.Join(Environment.NewLine, problems.SelectMany(one => one.Failures)), problem);
        }
        if (storage.UsesPostgres)
            PostgresAddress.Parse(storage.PostgresConnection!);
    }

    /// <summary>This one holds nothing yet, whatever process had its number before.</summary>
    private static bool IsAnother(int processId) => processId != Environment.ProcessId && IsRunning(processId);

    private static bool IsRunning(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Feeds file: {Warning}")]
    private partial void LogWarning(string warning);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Kiosk:Fetch:Contact is not set: fill in a web or mail address, so that owners of sites can reach you")]
    private partial void LogNoContact();

    [LoggerMessage(Level = LogLevel.Information, Message = "Read {Path}: {Report}")]
    private partial void LogSeeded(string path, string report);
}
