namespace Kiosk.Search.Tests.Indexing;

public sealed class HealingTests
{
    public static TheoryData<string> Damages => ["zero length", "truncated", "garbage header", "garbage schema", "text file", "another database"];

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_file_found_damaged_at_opening_is_made_anew(string damage)
    {
        using var index = Filled();
        index.Close();
        Spoil(index.Path, damage);
        index.Reopen();
        AssertEmptyThenFill(index);
    }

    [Fact]
    public void Damage_met_while_searching_gives_an_answer_with_a_note_and_asks_to_be_filled()
    {
        using var index = Filled();
        index.Close();
        index.Reopen();
        SpoilMiddle(index.Path);
        var page = Enumerable.Range(0, 20).Select(number => index.Index.Search(new() { Text = "schuld", Skip = number * 100, Take = 100 })).First(answer => answer.Notes.Count > 0);
        Assert.Empty(page.Hits);
        Assert.Contains("opnieuw gemaakt", Assert.Single(page.Notes), StringComparison.Ordinal);
        Assert.Null(index.Index.Position);
        Assert.Throws<SearchIndexDamagedException>(() => index.Put(Articles.One(1, "Alleen dit")));
        AssertEmptyThenFill(index);
    }

    [Fact]
    public void Damage_met_while_applying_makes_it_anew_and_tells_the_follower()
    {
        using var index = Filled();
        index.Close();
        index.Reopen();
        SpoilMiddle(index.Path);
        Assert.Throws<SearchIndexDamagedException>(() =>
        {
            // Joining segments reads the damaged one, sooner or later.
            for (var id = 5_000; id < 5_100; id++)
            {
                index.Put(Articles.One(id, "Schuld"));
                index.Search("schuld");
            }
        });
        AssertEmptyThenFill(index);
    }

    [Fact]
    public void Damage_during_use_never_reaches_a_reader_wherever_it_strikes()
    {
        var random = new Random(3);
        for (var round = 0; round < 25; round++)
        {
            using var index = Filled(300);
            index.Close();
            var segment = Segment(index.Path);
            SpoilAt(segment, random.NextInt64(0, new FileInfo(segment).Length - 1), 1, random);
            index.Reopen();
            foreach (var question in (string[])["schuld", "gemeente betaling", "woord1*", "\"over schuld\"", "-niets", ""])
                Assert.NotNull(index.Search(question));
        }
    }

    private static TempIndex Filled(int articles = 2_000) =>
        new([.. Enumerable.Range(1, articles).Select(id => Articles.One(id, $"Schuld {id}", $"over schuld gemeente betaling woord{id} anders{id * 7}", id))]);

    private static void AssertEmptyThenFill(TempIndex index)
    {
        Assert.Equal((null, 0), (index.Index.Position, index.Index.Count));
        index.Put(Articles.One(1, "Schuld"));
        Assert.Equal([1], index.Ids("schuld"));
        Assert.NotNull(index.Index.Position);
    }

    private static void Spoil(string path, string damage)
    {
        var segment = Segment(path);
        switch (damage)
        {
            case "zero length":
                File.WriteAllBytes(path, []);
                break;
            case "truncated":
                SetLength(path, new FileInfo(path).Length / 2);
                break;
            case "longer":
                SetLength(path, 20_000);
                break;
            case "garbage header":
                SpoilAt(path, 0, 10, new Random(1));
                break;
            case "one byte":
                SpoilAt(path, new FileInfo(path).Length / 2, 1, new Random(1));
                break;
            case "text file":
                File.WriteAllText(path, string.Join('\n', Enumerable.Repeat("dit is geen index", 1_000)));
                break;
            case "no segment":
                File.Delete(segment);
                break;
            case "segment cut short":
                SetLength(segment, new FileInfo(segment).Length / 2);
                break;
            default:
                SpoilAt(segment, new FileInfo(segment).Length - 20, 1, new Random(1));
                break;
        }
    }

    private static string Segment(string path) => Directory.GetFiles(Path.GetDirectoryName(path)!, "*.seg").Single();

    private static void SetLength(string path, long length)
    {
        using var file = File.OpenWrite(path);
        file.SetLength(length);
    }

    /// <summary>Every tenth byte of what is not read at opening.</summary>
    private static void SpoilMiddle(string path)
    {
        var segment = Segment(path);
        var length = new FileInfo(segment).Length;
        SpoilAt(segment, 100, (int)(length * 6 / 10), new Random(2));
    }

    private static void SpoilAt(string path, long at, int length, Random random)
    {
        var garbage = new byte[length];
        random.NextBytes(garbage);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Position = at;
        file.Write(garbage);
    }
}
