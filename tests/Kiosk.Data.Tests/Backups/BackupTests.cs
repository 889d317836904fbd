using Kiosk.Data.Backups;
using Kiosk.Data.Tests.Transfer;
using Kiosk.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Tests.Backups;

public sealed class BackupTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 2, 15, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_holds_the_archive_of_one_moment_while_others_write()
    {
        await using var archive = await TestArchive.CreateAsync();
        await using (var db = archive.Open())
            FullArchive.Fill(db);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var number = 0; !stop.IsCancellationRequested; number++)
            {
                await using var db = archive.Open();
                db.SearchTerms.Add(new SearchTerm { Rule = $"woord{number} = ding{number}" });
                await db.SaveChangesAsync(CancellationToken.None);
            }
        }, Cancellation);
        var steps = new List<(long Done, long Total)>();

        var content = SqliteBackup.Make(archive.Options, Path.Combine(archive.Options.DataDirectory, "kopie", "een.db"), (done, total) => steps.Add((done, total)), Cancellation);

        await stop.CancelAsync();
        await writing;
        Assert.Equal(1200, content.Articles);
        Assert.Equal(steps[^1].Total, steps[^1].Done);
        Assert.Equal([Path.Combine(archive.Options.DataDirectory, "kopie", "een.db")], Directory.GetFiles(Path.Combine(archive.Options.DataDirectory, "kopie")));
        Assert.Equal(content, SqliteBackup.Inspect(content.File));
    }

    [Fact]
    public async Task What_is_put_back_is_the_archive_of_then_under_another_name()
    {
        await using var archive = await TestArchive.CreateAsync();
        await using (var db = archive.Open())
            FullArchive.Fill(db);
        var backup = SqliteBackup.Make(archive.Options, Path.Combine(archive.Options.DataDirectory, "een.db"), (_, _) => { }, Cancellation);
        var id = await IdAsync(archive);
        await using (var db = archive.Open())
            await db.Articles.Where(article => article.Title == "Kaal").ExecuteDeleteAsync(Cancellation);
        SqliteConnection.ClearAllPools();

        var fault = Assert.Throws<BackupException>(() => SqliteRestore.Run(archive.Options, backup.File, overwrite: false, Now));
        Assert.Contains("--overwrite", fault.Message, StringComparison.Ordinal);
        var (content, aside) = SqliteRestore.Run(archive.Options, backup.File, overwrite: true, Now);

        Assert.Equal(backup, content);
        Assert.Equal(1199, SqliteBackup.Inspect(aside!).Articles);
        await using (var db = archive.Open())
            Assert.True(await db.Articles.AnyAsync(article => article.Title == "Kaal", Cancellation));
        Assert.NotEqual(id, await IdAsync(archive));
    }

    [Fact]
    public async Task A_kiosk_that_is_open_keeps_its_archive()
    {
        await using var archive = await TestArchive.CreateAsync();
        var backup = SqliteBackup.Make(archive.Options, Path.Combine(archive.Options.DataDirectory, "een.db"), (_, _) => { }, Cancellation);
        SqliteConnection.ClearAllPools();
        await using var db = archive.Open();
        await db.Topics.CountAsync(Cancellation);
        await db.Database.OpenConnectionAsync(Cancellation);
        Assert.Contains("nog open", Assert.Throws<BackupException>(() => SqliteRestore.Run(archive.Options, backup.File, overwrite: true, Now)).Message, StringComparison.Ordinal);
        Assert.True(File.Exists(archive.Options.SqliteFile));
    }

    [Theory]
    [InlineData("geen database")]
    [InlineData("")]
    public async Task What_is_no_backup_is_refused(string text)
    {
        await using var archive = await TestArchive.CreateEmptyAsync(StorageKind.Sqlite);
        var file = Path.Combine(archive.Options.DataDirectory, "x.db");
        await File.WriteAllTextAsync(file, text, Cancellation);
        Assert.Throws<BackupException>(() => SqliteRestore.Run(archive.Options, file, overwrite: true, Now));
        Assert.False(File.Exists(archive.Options.SqliteFile));
    }

    [Fact]
    public async Task A_damaged_backup_is_refused()
    {
        await using var archive = await TestArchive.CreateAsync();
        await using (var db = archive.Open())
            FullArchive.Fill(db);
        var backup = SqliteBackup.Make(archive.Options, Path.Combine(archive.Options.DataDirectory, "een.db"), (_, _) => { }, Cancellation);
        await using (var file = File.OpenWrite(backup.File))
        {
            file.Seek(backup.Bytes / 2, SeekOrigin.Begin);
            file.Write(new byte[40_000]);
        }

        Assert.Throws<BackupException>(() => SqliteBackup.Inspect(backup.File));
    }

    [Fact]
    public void A_policy_keeps_days_weeks_and_months()
    {
        var made = Enumerable.Range(0, 400).Select(day => Now.AddDays(-day)).Append(Now.AddDays(-1).AddHours(-1)).ToList();
        var kept = made.Except(new BackupPolicy(7, 4, 12).Superfluous(made)).Order().ToList();
        Assert.Equal(Enumerable.Range(0, 7).Select(day => Now.AddDays(-day)), kept.Where(moment => moment > Now.AddDays(-7)).OrderDescending());
        Assert.Contains(new DateTimeOffset(2026, 11, 22, 2, 15, 0, TimeSpan.Zero), kept);
        Assert.Contains(new DateTimeOffset(2026, 10, 31, 2, 15, 0, TimeSpan.Zero), kept);
        Assert.Equal(7 + 3 + 11, kept.Count);
        Assert.Empty(new BackupPolicy(0, 0, 0).Superfluous([Now]));
    }

    [Fact]
    public async Task The_shelf_knows_its_own_files_and_trims_them()
    {
        await using var archive = await TestArchive.CreateEmptyAsync(StorageKind.Sqlite);
        var shelf = new BackupShelf(Path.Combine(archive.Options.DataDirectory, "plank"));
        Assert.Empty(shelf.List());
        Directory.CreateDirectory(shelf.Directory);
        foreach (var name in new[] { shelf.PathFor(Now), shelf.PathFor(Now.AddDays(-1)), Path.Combine(shelf.Directory, "kiosk-van-mij.db"), Path.Combine(shelf.Directory, "iets.txt") })
            await File.WriteAllTextAsync(name, "", Cancellation);
        Assert.Equal(1, shelf.Trim(new BackupPolicy(1, 1, 1)));
        Assert.Equal([Now], shelf.List().Select(backup => backup.Made));
        Assert.Equal(3, Directory.GetFiles(shelf.Directory).Length);
    }

    private static async Task<string> IdAsync(TestArchive archive)
    {
        await using var db = archive.Open();
        return (await db.ArchiveProperties.SingleAsync(property => property.Name == ArchiveProperty.ArchiveId, Cancellation)).Value;
    }
}
