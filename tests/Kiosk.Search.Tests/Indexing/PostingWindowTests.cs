using Kiosk.Search.Indexing;

namespace Kiosk.Search.Tests.Indexing;

public sealed class PostingWindowTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("kiosk-search-").FullName;

    private string Path => System.IO.Path.Combine(_directory, "een.seg");

    [Fact]
    public void A_window_reads_what_the_file_says_over_many_stretches_and_for_terms_longer_than_one()
    {
        using var segment = Fill();
        var terms = segment.Terms.From("", "").ToList();
        var window = segment.Postings();
        foreach (var term in terms.Append(terms[0]))
        {
            using var expected = segment.ReadPostings(term);
            using var read = window.Read(term);
            Assert.True(expected.Span.SequenceEqual(read.Span), term.Key);
        }

        Assert.True(terms.Sum(Length) > 4 << 16, "The postings must be several times as long as a window.");
        Assert.Contains(terms, term => Length(term) > 1 << 16);
    }

    [Fact]
    public void A_flipped_byte_is_seen_in_a_window_too()
    {
        TermEntry term;
        using (var segment = Fill())
            term = segment.Terms.Find("woord7")!.Value;
        using (var file = File.OpenWrite(Path))
        {
            file.Position = term.Offset;
            file.WriteByte(0xFF);
        }

        using var damaged = Segment.Open(Path);
        Assert.Throws<IndexDamageException>(() => damaged.Postings().Read(term));
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private static long Length(TermEntry term) => term.ArticlesLength + term.PositionsLength;

    /// <summary>A word that stands five hundred times in each of two hundred articles, and hundreds that each article has once.</summary>
    private Segment Fill()
    {
        var words = string.Join(' ', Enumerable.Range(0, 400).Select(number => $"woord{number}")) + string.Concat(Enumerable.Repeat(" vaak", 500));
        SegmentBuilder.Write(Path, Enumerable.Range(1, 200).Select(id => Articles.One(id, "Kop", words)));
        return Segment.Open(Path);
    }
}
