using Kiosk.Testing;
using Kiosk.Web.Operations;

namespace Kiosk.Web.Tests.Operations;

public sealed class ArchiveReadingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(-60)]
    public async Task What_came_is_counted_a_minute_later_or_when_the_clock_was_set_back(int minutes)
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

        time.Advance(TimeSpan.FromMinutes(minutes));
        Assert.Equal(1, (await reading.ReadAsync(Cancellation)).Articles);
    }
}
