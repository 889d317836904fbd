using Kiosk.Testing;
using Kiosk.Web.Operations;

namespace Kiosk.Web.Tests.Operations;

public sealed class ArchiveReadingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_came_a_minute_ago_is_counted()
    {
        await using var archive = await TestArchive.CreateAsync();
        var time = new ManualTime();
        using var reading = new ArchiveReading(archive.Factory, time);
        Assert.Equal(0, (await reading.ReadAsync(Cancellation)).Articles);
        await using (var db = archive.Open())
        {
            var source = Sample.Source("bron");
            db.Sources.Add(source);
            await db.SaveChangesAsync(Cancellation);
            db.Articles.Add(Sample.Article(source.Id, "Net binnen"));
            await db.SaveChangesAsync(Cancellation);
        }

        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await reading.ReadAsync(Cancellation)).Articles);
    }
}
