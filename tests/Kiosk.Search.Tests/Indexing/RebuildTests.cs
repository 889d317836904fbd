namespace Kiosk.Search.Tests.Indexing;

public sealed class RebuildTests
{
    [Fact]
    public void The_old_answers_until_the_new_is_whole()
    {
        using var index = new TempIndex(Articles.One(1, "Schuld"));
        index.Index.Rebuild();
        Assert.Null(index.Index.Position);
        Assert.True(index.Index.IsReady);
        index.Index.Apply([Articles.One(2, "Schuld")], [], position: null);
        Assert.Equal([1], index.Ids("schuld"));
        index.Index.Apply([], [], new FeedPosition(0, 9));
        Assert.Equal([2], index.Ids("schuld"));
        index.Close();
        Assert.Equal(new FeedPosition(0, 9), index.Reopen().Position);
        Assert.Equal([2], index.Ids("schuld"));
    }

    [Fact]
    public void One_that_is_broken_off_leaves_the_old_and_no_files()
    {
        using var index = new TempIndex(Articles.One(1, "Schuld"));
        index.Index.Rebuild();
        index.Index.Apply([Articles.One(2, "Schuld")], [], position: null);
        index.Close();
        Assert.Equal(new FeedPosition(0, 1), index.Reopen().Position);
        Assert.Equal([1], index.Ids("schuld"));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(index.Path)!, "*.seg"));
    }

    [Fact]
    public void Many_batches_become_few_files_and_stay_found_after_opening_again()
    {
        using var index = new TempIndex();
        for (var id = 1; id <= 300; id++)
            index.Put(Articles.One(id, $"Schuld {id}", "over hulp en \"recht op hulp\"", id));
        index.Close();
        index.Reopen();
        Assert.Equal((300, 300), (index.Index.Count, index.Search("\"recht op hulp\"").Total));
        Assert.InRange(Directory.GetFiles(Path.GetDirectoryName(index.Path)!, "*.seg").Length, 1, 40);
        Assert.Equal(Enumerable.Range(281, 20).Reverse().Select(id => (long)id), index.Ids("schuld"));
    }

    [Fact]
    public void A_second_process_reads_along_and_takes_over_when_the_first_is_gone()
    {
        using var index = new TempIndex(Articles.One(1, "Schuld"));
        using var other = SearchIndex.Open(index.Path, TempIndex.Archive);
        index.Put(Articles.One(2, "Schuld"));
        Assert.Equal((new FeedPosition(0, 2), 2), (other.Position, other.Search(new() { Text = "schuld" }).Total));
        other.Apply([Articles.One(3, "Schuld")], [], new FeedPosition(0, 2));
        Assert.Equal(2, other.Search(new() { Text = "schuld" }).Total);
        Assert.Throws<IOException>(other.Rebuild);
        index.Close();
        other.Apply([Articles.One(3, "Schuld")], [], new FeedPosition(0, 3));
        Assert.Equal(3, other.Search(new() { Text = "schuld" }).Total);
        other.Dispose();
        Assert.Equal(3, index.Reopen().Count);
    }
}
