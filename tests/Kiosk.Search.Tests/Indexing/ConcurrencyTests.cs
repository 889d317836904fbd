namespace Kiosk.Search.Tests.Indexing;

public sealed class ConcurrencyTests
{
    private const int Batches = 60;
    private const int BatchSize = 20;

    [Fact]
    public async Task Searches_see_whole_batches_while_others_are_applied()
    {
        using var index = new TempIndex();
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() => SearchUntil(index, done.Token))).ToArray();
        for (var batch = 0; batch < Batches; batch++)
            index.Put([.. Enumerable.Range(batch * BatchSize, BatchSize).Select(id => Articles.One(id + 1, "Schuld", "hulp", id))]);
        await done.CancelAsync();
        foreach (var searches in await Task.WhenAll(readers))
            Assert.True(searches > 0);
        Assert.Equal(Batches * BatchSize, index.Search("schuld").Total);
    }

    private static int SearchUntil(TempIndex index, CancellationToken done)
    {
        var (searches, last) = (0, 0);
        do
        {
            var page = index.Search("schuld hulp");
            Assert.Equal(0, page.Total % BatchSize);
            Assert.True(page.Total >= last);
            Assert.Equal(Math.Min(20, page.Total), page.Hits.Count);
            (searches, last) = (searches + 1, page.Total);
        }
        while (!done.IsCancellationRequested);
        return searches;
    }
}
