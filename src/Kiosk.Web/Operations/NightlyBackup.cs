using System.Globalization;
using Kiosk.Data.Backups;
using Kiosk.Data.Storage;
using Kiosk.Web.Reading;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Operations;

/// <summary>Decides when a backup is due, makes it, looks whether it is good and clears what need not be kept. What was done stands in the files themselves.</summary>
public sealed partial class NightlyBackup(IOptions<BackupOptions> options, StorageOptions storage, TimeProvider time, ILogger<NightlyBackup> logger)
{
    public BackupShelf Shelf { get; } = new(options.Value.Directory ?? Path.Combine(storage.DataDirectory, "backups"));

    /// <summary>Whether this kiosk makes backups of its own.</summary>
    public bool IsOn => options.Value.Nightly && !storage.UsesPostgres;

    /// <summary>Why the last attempt since the start failed; null if it did not.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether the newest backup, or else the archive itself, is from before the last time that one was due.</summary>
    public bool IsDue => IsOn && (Shelf.List() is [var newest, ..] ? newest.Made : new DateTimeOffset(File.GetCreationTimeUtc(storage.SqliteFile))) < LastDue();

    /// <summary>Makes a backup if one is due.</summary>
    public void RunIfDue(CancellationToken cancellation)
    {
        if (!IsDue)
            return;
        try
        {
            var content = Make((_, _) => { }, cancellation);
            var removed = Shelf.Trim(options.Value.Policy);
            Problem = null;
            LogMade(content.File, content.Articles, content.Bytes, removed);
        }
        catch (BackupException problem)
        {
            Problem = problem.Message;
            LogFailed(problem.Message);
        }
    }

    /// <summary>Makes a backup on the shelf now.</summary>
    /// <exception cref="BackupException">It did not work out.</exception>
    public BackupContent Make(Action<long, long> progress, CancellationToken cancellation) =>
        SqliteBackup.Make(storage, Shelf.PathFor(time.GetUtcNow()), progress, cancellation);

    private DateTimeOffset LastDue()
    {
        var at = TimeOnly.ParseExact(options.Value.At, "HH:mm", CultureInfo.InvariantCulture);
        var now = time.GetUtcNow();
        var today = DutchTime.At(DutchTime.DayOf(now), at);
        return today <= now ? today : DutchTime.At(DutchTime.DayOf(now).AddDays(-1), at);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Backup {File}: {Articles} articles, {Bytes} bytes, verified; {Removed} older ones removed")]
    private partial void LogMade(string file, long articles, long bytes, int removed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The nightly backup failed: {Problem}")]
    private partial void LogFailed(string problem);
}
