namespace Kiosk.Search.Indexing;

/// <summary>Turns the occurrences of one term into its posting list.</summary>
internal sealed class PostingList
{
    /// <summary>A position is written as four times the number of the word plus the field, so that one list serves three fields.</summary>
    public const int FieldStep = 4;

    /// <summary>A part of a word of the title counts as this many in the text.</summary>
    private const int PartsInTitle = 3;

    private readonly int[] _counts = new int[Enum.GetValues<Field>().Length];
    private readonly List<int> _places = [];
    private readonly ByteWriter _frequencies = new();
    private readonly ByteWriter _positions = new();

    public PostingEncoder Encoder { get; } = new();

    /// <param name="occurrences">In the order of the articles.</param>
    /// <param name="isPlain">Whether frequencies and positions are kept.</param>
    public void Encode(ReadOnlySpan<Occurrence> occurrences, bool isPlain)
    {
        Encoder.Start();
        for (var at = 0; at < occurrences.Length;)
        {
            var article = occurrences[at].Article;
            var end = at + 1;
            while (end < occurrences.Length && occurrences[end].Article == article)
                end++;
            if (isPlain)
                AddPlain(article, occurrences[at..end]);
            else
                Encoder.Add(article, [], []);
            at = end;
        }
    }

    private void AddPlain(int article, ReadOnlySpan<Occurrence> occurrences)
    {
        Array.Clear(_counts);
        _places.Clear();
        foreach (var occurrence in occurrences)
            Count(occurrence);
        _frequencies.Clear();
        TermFrequencies.Write(_frequencies, _counts);
        WritePlaces();
        Encoder.Add(article, _frequencies.Written, _positions.Written);
    }

    private void Count(Occurrence occurrence)
    {
        switch (occurrence.Slot)
        {
            case Slot.Body or Slot.Title or Slot.Lead:
                _counts[(int)occurrence.Slot]++;
                _places.Add((occurrence.Position * FieldStep) + (int)occurrence.Slot);
                break;
            case Slot.WholeInBody or Slot.WholeInTitle or Slot.WholeInLead:
                _counts[occurrence.Slot - Slot.WholeInBody]++;
                break;
            case Slot.Topic:
                _counts[(int)Field.Topics]++;
                break;
            default:
                _counts[(int)Field.Parts] += occurrence.Slot == Slot.PartInTitle ? PartsInTitle : 1;
                break;
        }
    }

    private void WritePlaces()
    {
        _places.Sort();
        _positions.Clear();
        _positions.Number(_places.Count);
        var last = 0;
        foreach (var place in _places)
        {
            _positions.Number(place - last);
            last = place;
        }
    }
}
