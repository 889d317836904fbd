using System.Globalization;
using System.Text;

namespace Kiosk.Ingest.Cleaning;

/// <summary>Writes a body as plain text: each block on a line of its own, list items with a dash or number, cells of a row parted by a bar.</summary>
internal static class TextWriter
{
    public static string Write(Block root)
    {
        var lines = new List<string>();
        Blocks(lines, root);
        return string.Join('\n', lines);
    }

    private static void Blocks(List<string> lines, Block parent)
    {
        var number = 0;
        foreach (var block in parent.Blocks)
        {
            if (block.Tag == "tr")
                AddUnlessBlank(lines, string.Join(" | ", block.Blocks.Select(OneLine)));
            else if (block.Tag == "li")
                Item(lines, block, parent.Tag == "ol" ? (++number).ToString(CultureInfo.InvariantCulture) + ". " : "- ");
            else if (block.Run.Count > 0)
                AddUnlessBlank(lines, Run(block.Run));
            else
                Blocks(lines, block);
        }
    }

    private static void Item(List<string> lines, Block item, string mark)
    {
        var first = lines.Count;
        Blocks(lines, item);
        if (lines.Count > first)
            lines[first] = mark + lines[first];
    }

    private static string OneLine(Block cell)
    {
        var lines = new List<string>();
        Blocks(lines, cell);
        return PlainText.Fold(string.Join(' ', lines));
    }

    private static void AddUnlessBlank(List<string> lines, string text)
    {
        if (!string.IsNullOrWhiteSpace(text.Replace('|', ' ')))
            lines.Add(text);
    }

    private static string Run(IReadOnlyList<Leaf> run)
    {
        var text = new StringBuilder();
        foreach (var leaf in run)
        {
            if (leaf.Kind == LeafKind.Break)
                text.Append('\n');
            else if (leaf.Kind == LeafKind.Text)
                text.Append(leaf.Value);
        }

        return text.Replace('\u00A0', ' ').ToString().Trim();
    }
}
