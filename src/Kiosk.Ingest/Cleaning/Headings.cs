namespace Kiosk.Ingest.Cleaning;

/// <summary>The page's own title is h1, so the headings of a body begin at h2.</summary>
internal static class Headings
{
    public static void Demote(Block body)
    {
        var headings = Within(body).ToList();
        if (headings.Count == 0)
            return;
        var shift = 2 - headings.Min(Level);
        foreach (var heading in headings)
            heading.Tag = "h" + (char)('0' + Math.Min(Level(heading) + shift, 6));
    }

    private static int Level(Block heading) => heading.Tag[1] - '0';

    private static IEnumerable<Block> Within(Block block) =>
        block.Blocks.SelectMany(static inner => inner.Tag is ['h', >= '1' and <= '6'] ? [inner] : Within(inner));
}
