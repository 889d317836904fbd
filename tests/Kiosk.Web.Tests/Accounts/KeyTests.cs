using Kiosk.Data.Backups;
using Kiosk.Data.Moving;
using Kiosk.Data.Storage;
using Kiosk.Testing;
using Kiosk.Web.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Accounts;

/// <summary>Second steps and secrets of webhooks are encrypted in the archive: whoever takes the archive elsewhere must be able to read them there.</summary>
public sealed class KeyTests
{
    private const string Secret = "JBSWY3DPEHPK3PXP";

    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_encrypted_is_read_where_a_backup_was_put_back()
    {
        await using var archive = await TestArchive.CreateAsync();
        await using var elsewhere = await TestArchive.CreateEmptyAsync(StorageKind.Sqlite);
        var kept = Protect(archive.Options, Secret);

        var file = Path.Combine(elsewhere.Options.DataDirectory, "kopie.db");
        SqliteBackup.Make(archive.Options, file, (_, _) => { }, Cancellation);
        SqliteRestore.Run(elsewhere.Options, file, overwrite: false, Sample.Morning);

        Assert.Equal(Secret, Unprotect(elsewhere.Options, kept));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_is_encrypted_is_read_where_the_archive_moved_to(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync();
        await using var to = await TestArchive.CreateEmptyAsync(kind);
        var kept = Protect(archive.Options, Secret);

        await new ArchiveMove(archive.Options, to.Options, TimeProvider.System, _ => { }).RunAsync(Cancellation);

        Assert.Equal(Secret, Unprotect(to.Options, kept));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Keys_in_files_are_taken_over_once_and_stay(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var directory = Path.Combine(archive.Options.DataDirectory, "keys");
        string kept;
        await using (var earlier = new ServiceCollection().AddDataProtection().SetApplicationName("kiosk").PersistKeysToFileSystem(new DirectoryInfo(directory)).Services.BuildServiceProvider())
            kept = earlier.GetRequiredService<IDataProtectionProvider>().CreateProtector("proef").Protect(Secret);
        var keys = new ArchiveKeys(archive.Factory);

        await keys.TakeOverAsync(directory, Cancellation);
        await keys.TakeOverAsync(directory, Cancellation);

        Assert.Equal(Secret, Unprotect(archive.Options, kept));
        await using var db = archive.Open();
        Assert.Equal(1, await db.DataProtectionKeys.CountAsync(Cancellation));
        Assert.Single(Directory.GetFiles(directory));
    }

    [Fact]
    public async Task A_key_that_two_processes_took_over_at_once_counts_once()
    {
        await using var archive = await TestArchive.CreateAsync();
        var kept = Protect(archive.Options, Secret);
        await using (var db = archive.Open())
        {
            db.Add(new Kiosk.Data.Accounts.DataProtectionKey { Xml = (await db.DataProtectionKeys.SingleAsync(Cancellation)).Xml });
            await db.SaveChangesAsync(Cancellation);
        }

        Assert.Equal(Secret, Unprotect(archive.Options, kept));
    }

    private static string Protect(StorageOptions options, string text)
    {
        using var kiosk = Kiosk(options);
        return kiosk.GetRequiredService<IDataProtectionProvider>().CreateProtector("proef").Protect(text);
    }

    private static string Unprotect(StorageOptions options, string kept)
    {
        using var kiosk = Kiosk(options);
        return kiosk.GetRequiredService<IDataProtectionProvider>().CreateProtector("proef").Unprotect(kept);
    }

    private static ServiceProvider Kiosk(StorageOptions options) =>
        new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddKioskData(options).AddKioskAccounts().BuildServiceProvider();
}
