using Kiosk.Data.Leases;
using Microsoft.Data.Sqlite;

namespace Kiosk.Data.Tests.Leases;

public sealed class InsistenceTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMilliseconds(60);

    private int _tries;

    [Fact]
    public async Task What_happened_is_written_once_the_archive_answers_again()
    {
        await Insistence.WriteAsync(Lease, () => ++_tries < 5 ? throw new InvalidOperationException("stil", new SqliteException("stil", 5)) : Task.CompletedTask, TimeProvider.System);
        Assert.Equal(5, _tries);
    }

    [Fact]
    public async Task Nobody_insists_for_longer_than_the_work_is_his_own()
    {
        await Assert.ThrowsAsync<SqliteException>(() => Insistence.WriteAsync(Lease, () => ++_tries > 0 ? throw new SqliteException("stil", 5) : Task.CompletedTask, TimeProvider.System));
        Assert.Equal(30, _tries);
    }

    [Fact]
    public async Task A_fault_of_our_own_is_not_tried_again()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Insistence.WriteAsync(Lease, () => ++_tries > 0 ? throw new InvalidOperationException("fout") : Task.CompletedTask, TimeProvider.System));
        Assert.Equal(1, _tries);
    }
}
