using Microsoft.Win32.SafeHandles;

namespace Kiosk.Search.Indexing;

/// <summary>
/// A part of the index that never changes: a file with the postings and texts of some articles, newest first. Any number of threads may read. Its file
/// is closed when the last search that uses it lets go.
/// </summary>
internal sealed class Segment : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly int[] _byId;

    private Segment(string path, SafeFileHandle file)
    {
        (Path, _file) = (path, file);
        var foot = SegmentFoot.Read(file);
        using (var index = FileRecord.Read(file, foot.IndexAt, foot.IndexLength))
            Terms = new TermDictionary(file, index.Span);
        using (var values = FileRecord.Read(file, foot.ValuesAt, foot.ValuesLength))
            Values = Values.Read(values.Span);
        _byId = [.. Enumerable.Range(0, Count)];
        Array.Sort((long[])Values.Ids.Clone(), _byId);
        for (var field = 0; field < Values.LengthFields; field++)
            TotalLengths[field] = Values.Lengths[field].Sum(FieldLength.Decode);
    }

    public string Path { get; }

    /// <summary>Articles, also those that were taken out since.</summary>
    public int Count => Values.Count;

    public Values Values { get; }

    public TermDictionary Terms { get; }

    /// <summary>Words in all articles together; by <see cref="Field"/>.</summary>
    public double[] TotalLengths { get; } = new double[Values.LengthFields];

    /// <exception cref="IndexDamageException">It is not whole.</exception>
    public static Segment Open(string path)
    {
        SafeFileHandle? file = null;
        try
        {
            file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return new Segment(path, file);
        }
        catch (Exception problem) when (problem is IndexDamageException or FileNotFoundException or OverflowException or ArgumentException or OutOfMemoryException)
        {
            file?.Dispose();
            throw problem as IndexDamageException ?? new IndexDamageException("A segment cannot be read.", problem);
        }
    }

    /// <summary>The number of the article with an id; -1 if it is not here.</summary>
    public int Find(long id)
    {
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = Values.Ids[_byId[middle]].CompareTo(id);
            if (order == 0)
                return _byId[middle];
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }
        return -1;
    }

    public FileRecord ReadArticles(TermEntry term) => FileRecord.Read(_file, term.Offset, term.ArticlesLength);

    /// <summary>The articles, and after their checksum the positions, if there are any.</summary>
    public FileRecord ReadPostings(TermEntry term) => FileRecord.ReadPostings(_file, term);

    /// <summary>For who reads all of them, in order.</summary>
    public PostingWindow Postings() => new(_file);

    public FileRecord ReadStored(int article) =>
        FileRecord.Read(_file, Values.Stored[article], Values.Stored[article + 1] - Values.Stored[article] - Checksum.Length);

    public StoredText Text(int article)
    {
        using var record = ReadStored(article);
        return StoredText.Read(record.Span);
    }

    /// <summary>Reads no more of the text than its title takes.</summary>
    public string Title(int article)
    {
        var length = (int)Math.Min(StoredText.UsualHead, Values.Stored[article + 1] - Values.Stored[article]);
        using var start = FileRecord.ReadUnchecked(_file, Values.Stored[article], length);
        return StoredText.ReadTitle(start.Span) ?? Text(article).Title;
    }

    public void Dispose() => _file.Dispose();
}
