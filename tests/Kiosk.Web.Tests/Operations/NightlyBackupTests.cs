using Kiosk.Data.Backups;
using Kiosk.Testing;
using Kiosk.Web.Operations;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Tests.Operations;

public sealed class NightlyBackupTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_is_made_each_night_once_and_old_ones_go()
    {
        await using var archive = await TestArchive.CreateAsync();
        var time = new ManualTime(TimeProvider.System.GetUtcNow().AddDays(1));
        var backup = Backup(archive, time, new BackupOptions { Daily = 2, Weekly = 0, Monthly = 0 });
        for (var night = 0; night < 4; night++)
        {
            Assert.True(backup.IsDue);
            backup.RunIfDue(Cancellation);
            Assert.Null(backup.Problem);
            Assert.False(backup.IsDue);
            time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(2, backup.Shelf.List().Count);
        Assert.All(backup.Shelf.List(), made => Assert.Equal(0, SqliteBackup.Inspect(made.File.FullName).Articles));
    }

    [Theory]
    [InlineData("2027-03-27T02:30:00Z", true)] // The night before the clock goes forward: 03:15 is 02:15 UTC.
    [InlineData("2027-03-28T01:00:00Z", false)]
    [InlineData("2027-03-28T01:30:00Z", true)] // The clock went forward at 01:00 UTC, so 03:15 is 01:15 UTC.
    [InlineData("2027-10-31T01:30:00Z", false)] // The clock goes back at 01:00 UTC; 03:15 is 02:15 UTC.
    [InlineData("2027-10-31T02:30:00Z", true)]
    public async Task It_is_due_at_a_quarter_past_three_in_Amsterdam_in_any_night(string now, bool due)
    {
        await using var archive = await TestArchive.CreateAsync();
        var at = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);
        var backup = Backup(archive, new ManualTime(at), new BackupOptions());
        // The one of the night before, made an hour late.
        Directory.CreateDirectory(backup.Shelf.Directory);
        await File.WriteAllTextAsync(backup.Shelf.PathFor(at.AddHours(-22)), "", Cancellation);
        Assert.Equal(due, backup.IsDue);
    }

    [Fact]
    public async Task What_goes_wrong_is_kept_for_the_operator()
    {
        await using var archive = await TestArchive.CreateAsync();
        var file = Path.Combine(archive.Options.DataDirectory, "geen-map");
        await File.WriteAllTextAsync(file, "", Cancellation);
        var backup = Backup(archive, new ManualTime(TimeProvider.System.GetUtcNow().AddDays(1)), new BackupOptions { Directory = file });
        backup.RunIfDue(Cancellation);
        Assert.Contains("niet te maken", backup.Problem, StringComparison.Ordinal);
    }

    private static NightlyBackup Backup(TestArchive archive, TimeProvider time, BackupOptions options) =>
        new(Options.Create(options), archive.Options, time, NullLogger<NightlyBackup>.Instance);
}
