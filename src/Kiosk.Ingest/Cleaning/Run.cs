using System.Text;

namespace Kiosk.Ingest.Cleaning;

/// <summary>Puts the whitespace and line breaks of collected text in order.</summary>
internal static class Run
{
    /// <summary>The paragraphs in a run: two or more breaks in a row end one. Whitespace is folded, and nothing blank remains.</summary>
    public static List<List<Leaf>> Paragraphs(List<Leaf> leaves)
    {
        var paragraphs = new List<List<Leaf>>();
        var paragraph = new List<Leaf>();
        foreach (var line in Lines(leaves))
        {
            if (line.Count > 0)
            {
                AppendLine(paragraph, line);
            }
            else if (paragraph.Count > 0)
            {
                paragraphs.Add(paragraph);
                paragraph = [];
            }
        }

        if (paragraph.Count > 0)
            paragraphs.Add(paragraph);
        return paragraphs;
    }

    /// <summary>The run as one paragraph, without blank lines.</summary>
    public static List<Leaf> Single(List<Leaf> leaves)
    {
        var whole = new List<Leaf>();
        foreach (var line in Lines(leaves).Where(line => line.Count > 0))
            AppendLine(whole, line);
        return whole;
    }

    /// <summary>The run with its whitespace kept; only blank lines at the start and whitespace at the end go.</summary>
    public static List<Leaf> Preformatted(List<Leaf> leaves)
    {
        // Images inside preformatted text are so rare that their place does not matter.
        var kept = leaves
            .Where(leaf => leaf.Value.Length > 0 || leaf.Kind == LeafKind.Break)
            .Select(leaf => leaf.Kind == LeafKind.Break ? new Leaf(LeafKind.Text, "\n", leaf.Format) : leaf)
            .ToList();
        // A parser drops a line end right after <pre>, so none may stand there.
        var blank = 0;
        while (blank < kept.Count && IsTrimmedAway(kept, blank, static text => text.TrimStart('\n')))
            blank++;
        kept.RemoveRange(0, blank);
        while (kept.Count > 0 && IsTrimmedAway(kept, kept.Count - 1, static text => text.TrimEnd()))
            kept.RemoveAt(kept.Count - 1);
        return kept.TrueForAll(IsBlank) ? [] : kept;
    }

    private static bool IsTrimmedAway(List<Leaf> leaves, int at, Func<string, string> trim)
    {
        if (leaves[at].Kind != LeafKind.Text)
            return false;
        leaves[at] = leaves[at] with { Value = trim(leaves[at].Value) };
        return leaves[at].Value.Length == 0;
    }

    private static void AppendLine(List<Leaf> paragraph, List<Leaf> line)
    {
        if (paragraph.Count > 0)
            paragraph.Add(new Leaf(LeafKind.Break, "", Format.Common(paragraph[^1].Format, line[0].Format)));
        paragraph.AddRange(line);
    }

    private static IEnumerable<List<Leaf>> Lines(List<Leaf> leaves)
    {
        var line = new List<Leaf>();
        foreach (var leaf in leaves)
        {
            if (leaf.Kind == LeafKind.Break)
            {
                yield return Folded(line);
                line = [];
            }
            else
            {
                line.Add(leaf);
            }
        }

        yield return Folded(line);
    }

    private static List<Leaf> Folded(List<Leaf> line)
    {
        var folded = new List<Leaf>();
        if (line.TrueForAll(IsBlank))
            return folded;

        var afterSpace = true;
        foreach (var leaf in line)
        {
            var value = leaf.Kind == LeafKind.Text ? Fold(leaf.Value, ref afterSpace) : leaf.Value;
            afterSpace &= leaf.Kind == LeafKind.Text;
            if (value.Length > 0)
                folded.Add(leaf with { Value = value });
        }

        TrimEnd(folded);
        LiftSpaces(folded);
        return folded;
    }

    private static string Fold(string text, ref bool afterSpace)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var isSpace = Characters.IsSpace(c);
            if (!isSpace || !afterSpace)
                folded.Append(isSpace ? ' ' : c);
            afterSpace = isSpace;
        }

        return folded.ToString();
    }

    private static void TrimEnd(List<Leaf> line)
    {
        if (line.Count == 0 || line[^1].Kind != LeafKind.Text)
            return;
        if (line[^1].IsSpace)
            line.RemoveAt(line.Count - 1);
        else
            line[^1] = line[^1] with { Value = line[^1].Value.TrimEnd(' ') };
    }

    /// <summary>A space alone needs no formatting of its own: it would leave an empty element.</summary>
    private static void LiftSpaces(List<Leaf> line)
    {
        for (var i = 1; i < line.Count - 1; i++)
        {
            if (line[i].IsSpace)
                line[i] = line[i] with { Format = Format.Common(line[i - 1].Format, line[i + 1].Format) };
        }
    }

    private static bool IsBlank(Leaf leaf) => leaf.Kind != LeafKind.Image && string.IsNullOrWhiteSpace(leaf.Value);
}
