namespace Kiosk.Ingest.Cleaning;

/// <summary>
/// A block of a clean body: either it holds blocks (the root, lists, tables, quotes), or a run of text (paragraphs, headings), or nothing (a rule).
/// </summary>
/// <param name="tag">The element; empty for the root and for text that stands bare in a list item or cell.</param>
/// <param name="attributes">Written as they stand: escaped, each with a space in front.</param>
internal sealed class Block(string tag, string attributes = "")
{
    public string Tag { get; set; } = tag;

    public string Attributes { get; } = attributes;

    public List<Block> Blocks { get; } = [];

    public IReadOnlyList<Leaf> Run { get; init; } = [];
}

/// <summary>A piece of a run: text, a line break or an image, with the formatting around it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The text; for an image its attributes, escaped; empty for a break.</param>
/// <param name="Format">The innermost formatting element around it; null if there is none.</param>
internal readonly record struct Leaf(LeafKind Kind, string Value, Format? Format)
{
    public bool IsSpace => Kind == LeafKind.Text && Value == " ";
}

internal enum LeafKind
{
    Text,
    Break,
    Image,
}

/// <summary>A formatting element such as em or a. Each object is one element: two with equal tags are two elements.</summary>
internal sealed class Format(Format? outer, string tag, string attributes)
{
    public Format? Outer { get; } = outer;

    public string Tag { get; } = tag;

    public string Attributes { get; } = attributes;

    public int Depth { get; } = (outer?.Depth ?? 0) + 1;

    /// <summary>The innermost element around both.</summary>
    public static Format? Common(Format? one, Format? other)
    {
        while (one != other)
        {
            if ((one?.Depth ?? 0) >= (other?.Depth ?? 0))
                one = one?.Outer;
            else
                other = other?.Outer;
        }

        return one;
    }

    /// <summary>Puts an element inside another. Formatting that is there already is not doubled, and a link inside a link replaces it.</summary>
    public static Format Inside(Format? outer, string tag, string attributes)
    {
        if (tag == "a")
            return new Format(Without(outer, tag), tag, attributes);
        for (var around = outer; around is not null; around = around.Outer)
        {
            if (around.Tag == tag)
                return outer!;
        }

        return new Format(outer, tag, attributes);
    }

    private static Format? Without(Format? format, string tag)
    {
        for (var around = format; around is not null; around = around.Outer)
        {
            if (around.Tag == tag)
                return Rebuilt(format!, around);
        }

        return format;
    }

    private static Format? Rebuilt(Format format, Format removed) =>
        format == removed ? removed.Outer : new Format(Rebuilt(format.Outer!, removed), format.Tag, format.Attributes);
}
