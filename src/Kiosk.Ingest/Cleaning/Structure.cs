namespace Kiosk.Ingest.Cleaning;

/// <summary>What a block is worth once all its content is known.</summary>
internal static class Structure
{
    /// <summary>The block itself, what should stand in its place, or nothing if it is an empty shell.</summary>
    public static IEnumerable<Block> Settle(Block block)
    {
        switch (block.Tag)
        {
            case "td" or "th":
                BareIfSingle(block);
                return [block];
            case "tr":
                return block.Blocks.Exists(static cell => cell.Blocks.Count > 0) ? [block] : [];
            case "table":
                return Table(block);
            case "figure":
                return Captioned(block, "figcaption", captionFirst: false);
            case "details":
                return Captioned(block, "summary", captionFirst: true);
            case "li" or "dd":
                BareIfSingle(block);
                break;
        }

        return block.Blocks.Count > 0 ? [block] : [];
    }

    /// <summary>A single stretch of text in an item or cell needs no paragraph of its own.</summary>
    private static void BareIfSingle(Block block)
    {
        var paragraphs = block.Blocks.FindAll(static inner => inner.Tag is "p" or "");
        foreach (var paragraph in paragraphs)
            paragraph.Tag = paragraphs.Count == 1 ? "" : "p";
    }

    /// <summary>A figure or details element has one caption and something that it belongs to; otherwise its content stands alone.</summary>
    private static List<Block> Captioned(Block block, string tag, bool captionFirst)
    {
        var caption = block.Blocks.Find(inner => inner.Tag == tag);
        foreach (var other in block.Blocks.Where(inner => inner.Tag == tag && inner != caption))
            other.Tag = "p";
        if (block.Blocks.Count < (caption is null ? 1 : 2) || (caption is null && captionFirst))
            return Unwrapped(block.Blocks);

        if (caption is not null && captionFirst)
        {
            block.Blocks.Remove(caption);
            block.Blocks.Insert(0, caption);
        }

        if (!captionFirst)
            BareIfSingle(block);
        return [block];
    }

    private static List<Block> Table(Block table)
    {
        if (!Rows(table).Any())
            return Unwrapped(table.Blocks);
        return IsLayout(table) ? Unwrapped(Cells(table).SelectMany(static cell => cell.Blocks)) : [table];
    }

    /// <summary>One column without a heading or caption is layout, not data.</summary>
    private static bool IsLayout(Block table) =>
        !table.Blocks.Exists(static part => part.Tag == "caption")
        && Rows(table).All(static row => row.Blocks.Count <= 1 && row.Blocks.TrueForAll(static cell => cell.Tag == "td"));

    private static IEnumerable<Block> Rows(Block table) => table.Blocks.SelectMany(static part => part.Blocks);

    private static IEnumerable<Block> Cells(Block table) => Rows(table).SelectMany(static row => row.Blocks);

    private static List<Block> Unwrapped(IEnumerable<Block> blocks)
    {
        var unwrapped = blocks.ToList();
        foreach (var block in unwrapped.Where(static block => block.Tag is "" or "figcaption" or "summary" or "caption"))
            block.Tag = "p";
        return unwrapped;
    }
}
