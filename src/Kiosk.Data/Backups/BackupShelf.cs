using System.Globalization;

namespace Kiosk.Data.Backups;

/// <summary>A directory of backups, each named after the moment it was made: <c>kiosk-20261129-021500.db</c> (UTC).</summary>
public sealed class BackupShelf(string directory)
{
    private const string Prefix = "kiosk-";
    private const string Stamp = "yyyyMMdd'-'HHmmss";

    public string Directory { get; } = directory;

    public string PathFor(DateTimeOffset moment) => Path.Combine(Directory, Prefix + moment.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture) + ".db");

    /// <summary>The backups here, newest first; files of another name are not ours.</summary>
    public IReadOnlyList<(DateTimeOffset Made, FileInfo File)> List()
    {
        if (!System.IO.Directory.Exists(Directory))
            return [];
        return [.. new DirectoryInfo(Directory).EnumerateFiles($"{Prefix}*.db")
            .Select(file => (Made: MomentOf(file.Name), File: file))
            .Where(backup => backup.Made is not null)
            .Select(backup => (backup.Made!.Value, backup.File))
            .OrderByDescending(backup => backup.Value)];
    }

    /// <summary>Removes what the policy does not keep.</summary>
    /// <returns>How many went.</returns>
    public int Trim(BackupPolicy policy)
    {
        var backups = List();
        var superfluous = policy.Superfluous([.. backups.Select(backup => backup.Made)]);
        foreach (var (_, file) in backups.Where(backup => superfluous.Contains(backup.Made)))
            file.Delete();
        return superfluous.Count;
    }

    private static DateTimeOffset? MomentOf(string name) =>
        DateTimeOffset.TryParseExact(Path.GetFileNameWithoutExtension(name)[Prefix.Length..], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
