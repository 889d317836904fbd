namespace Kiosk.Ingest.Cleaning;

/// <summary>Collects text and blocks into a body whose structure every parser reads alike: no paragraph in a paragraph, no empty shells.</summary>
internal sealed class BodyBuilder
{
    // A table opens four blocks, so something like eight tables in each other.
    private const int MaxDepth = 40;

    private readonly Stack<Block> _open = new([new Block("")]);
    private List<Leaf> _run = [];
    private string? _textTag;

    /// <summary>The formatting that text gets.</summary>
    public Format? Format { get; set; }

    /// <summary>False inside headings and the like, which hold text alone, and where blocks are nested too deep.</summary>
    public bool TakesBlocks => _textTag is null && _open.Count < MaxDepth;

    private Block Current => _open.Peek();

    public void Text(string text)
    {
        if (text.Length > 0)
            _run.Add(new Leaf(LeafKind.Text, text, Format));
    }

    public void Break() => _run.Add(new Leaf(LeafKind.Break, "", Format));

    public void Image(string attributes) => _run.Add(new Leaf(LeafKind.Image, attributes, Format));

    public void Rule()
    {
        Boundary();
        if (_textTag is null)
            Current.Blocks.Add(new Block("hr"));
    }

    /// <summary>Here one paragraph ends and another begins.</summary>
    public void Boundary()
    {
        if (_textTag is null)
            EndRun();
        else if (_run.Count > 0)
            Break();
    }

    /// <summary>Begins a block that holds text alone. Only where <see cref="TakesBlocks"/>.</summary>
    public void OpenText(string tag)
    {
        EndRun();
        _textTag = tag;
    }

    public void CloseText()
    {
        EndRun();
        _textTag = null;
    }

    /// <summary>Begins a block that holds blocks. Only where <see cref="TakesBlocks"/>, or inside a block of the same list or table.</summary>
    public void Open(string tag, string attributes = "")
    {
        EndRun();
        _open.Push(new Block(tag, attributes));
    }

    public void Close()
    {
        EndRun();
        var block = _open.Pop();
        Current.Blocks.AddRange(Structure.Settle(block));
    }

    /// <summary>The root of what was collected.</summary>
    public Block Finish()
    {
        EndRun();
        return Current;
    }

    private void EndRun()
    {
        if (_run.Count == 0)
            return;
        var leaves = _run;
        _run = [];
        if (_textTag is null)
            Current.Blocks.AddRange(Run.Paragraphs(leaves).Select(static paragraph => new Block("p") { Run = paragraph }));
        else
            AddText(_textTag, _textTag == "pre" ? Run.Preformatted(leaves) : Run.Single(leaves));
    }

    private void AddText(string tag, List<Leaf> text)
    {
        if (text.Count > 0)
            Current.Blocks.Add(new Block(tag) { Run = text });
    }
}
