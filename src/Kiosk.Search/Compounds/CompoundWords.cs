using System.Globalization;
using System.IO.Compression;

namespace Kiosk.Search.Compounds;

/// <summary>
/// The words of which compounds are made, and those that are left whole; all folded. From Data/words.txt.gz, which Data/make-words.py makes out
/// of OpenTaal's word list (licence in Data/NOTICE.txt), and from FieldWords.txt, which comes first. About 15 MB in memory.
/// </summary>
internal sealed class CompoundWords
{
    /// <summary>No longer word stands in the list.</summary>
    public const int LongestPart = 40;

    /// <summary>How well a word of the field stands before and after another, if the list does not have it.</summary>
    private const byte OfTheField = 10;

    private static readonly Lazy<CompoundWords> Packaged = new(() => new CompoundWords(Open("Data.words.txt.gz"), Open("FieldWords.txt")));

    private readonly Dictionary<string, PartWord> _parts = new(70_000);
    private readonly HashSet<string> _wholes = new(50_000);
    private readonly Dictionary<string, string[]> _given = [];

    public CompoundWords(Stream packed, Stream given)
    {
        Parts = _parts.GetAlternateLookup<ReadOnlySpan<char>>();
        Wholes = _wholes.GetAlternateLookup<ReadOnlySpan<char>>();
        ReadPacked(packed);
        ReadGiven(given);
    }

    /// <summary>The list that comes with the program; read at first use.</summary>
    public static CompoundWords Dutch => Packaged.Value;

    /// <summary>The words that can be parts.</summary>
    public Dictionary<string, PartWord>.AlternateLookup<ReadOnlySpan<char>> Parts { get; }

    /// <summary>The words that are left whole although they could be taken apart.</summary>
    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Wholes { get; }

    /// <summary>The parts that the list of the field gives; null if it does not name the word.</summary>
    public string[]? GivenFor(string word) => _given.GetValueOrDefault(word);

    private static Stream Open(string name) => typeof(CompoundWords).Assembly.GetManifestResourceStream(typeof(CompoundWords), name)
        ?? throw new InvalidOperationException($"{name} is not embedded in the program.");

    private void ReadPacked(Stream packed)
    {
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        while (reader.ReadLine() is { } line && line != "=")
        {
            var fields = line.Split(' ');
            _parts[fields[0]] = new PartWord(fields[1].Length > 0 ? fields[1] : null, Number(fields[2]), Number(fields[3]));
        }
        while (reader.ReadLine() is { } word)
            _wholes.Add(word);
    }

    private void ReadGiven(Stream given)
    {
        using var reader = new StreamReader(given);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var fields = line.Split(' ');
            _given[fields[0]] = fields[1..];
            _parts.TryAdd(fields[0], new PartWord(Lemma: null, OfTheField, OfTheField));
        }
    }

    private static byte Number(string text) => byte.Parse(text, CultureInfo.InvariantCulture);
}
