using Kiosk.Data.Changes;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Tests;

public sealed class ArchiveStateTests
{
    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_state_is_another_after_every_commit(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        using var state = new ArchiveState(archive.Options);
        await using var db = archive.Open();
        db.Sources.Add(Sample.Source());
        var seen = new HashSet<string> { await state.ReadAsync() };
        for (var change = 0; change < 20; change++)
        {
            db.Topics.Add(Sample.Topic($"onderwerp-{change}"));
            await db.SaveChangesAsync();
            Assert.True(seen.Add(await state.ReadAsync()), $"change {change} went unseen");
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_commits_late_is_seen_when_it_commits(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        using var state = new ArchiveState(archive.Options);
        await using var db = archive.Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Topics.Add(Sample.Topic());
        await db.SaveChangesAsync();
        var before = await state.ReadAsync();
        await transaction.CommitAsync();
        Assert.NotEqual(before, await state.ReadAsync());
    }

    [Fact]
    public async Task The_state_stays_as_long_as_nothing_is_written()
    {
        await using var archive = await TestArchive.CreateAsync();
        using var state = new ArchiveState(archive.Options);
        await using var db = archive.Open();
        var before = await state.ReadAsync();
        Assert.Equal(0, await db.Articles.CountAsync());
        Assert.Equal(before, await state.ReadAsync());
    }
}
