using System.Text;

namespace Kiosk.Ingest.Cleaning;

/// <summary>Writes a body as HTML.</summary>
internal static class HtmlWriter
{
    public static string Write(Block root)
    {
        var html = new StringBuilder();
        Blocks(html, root);
        return html.ToString();
    }

    private static void Blocks(StringBuilder html, Block parent)
    {
        foreach (var block in parent.Blocks)
            Block(html, block);
    }

    private static void Block(StringBuilder html, Block block)
    {
        if (block.Tag.Length == 0)
        {
            Run(html, block.Run);
            return;
        }

        html.Append('<').Append(block.Tag).Append(block.Attributes).Append('>');
        if (block.Tag == "hr")
            return;
        Run(html, block.Run);
        Blocks(html, block);
        html.Append("</").Append(block.Tag).Append('>');
    }

    private static void Run(StringBuilder html, IReadOnlyList<Leaf> run)
    {
        Format? open = null;
        foreach (var leaf in run)
        {
            var common = Format.Common(open, leaf.Format);
            Close(html, open, common);
            Open(html, leaf.Format, common);
            open = leaf.Format;
            Leaf(html, leaf);
        }

        Close(html, open, null);
    }

    private static void Close(StringBuilder html, Format? inner, Format? outer)
    {
        for (; inner != outer; inner = inner!.Outer)
            html.Append("</").Append(inner!.Tag).Append('>');
    }

    private static void Open(StringBuilder html, Format? inner, Format? outer)
    {
        if (inner == outer)
            return;
        Open(html, inner!.Outer, outer);
        html.Append('<').Append(inner.Tag).Append(inner.Attributes).Append('>');
    }

    private static void Leaf(StringBuilder html, Leaf leaf)
    {
        switch (leaf.Kind)
        {
            case LeafKind.Text:
                html.Append(Escaping.Text(leaf.Value));
                break;
            case LeafKind.Break:
                html.Append("<br>");
                break;
            case LeafKind.Image:
                html.Append("<img").Append(leaf.Value).Append('>');
                break;
        }
    }
}
