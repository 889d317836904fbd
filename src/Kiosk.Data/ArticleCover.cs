namespace Kiosk.Data;

/// <summary>What editors chose for the cover of an article, in place of what would be found in its title.</summary>
public sealed class ArticleCover
{
    public const int LongestMark = 40;

    public long ArticleId { get; set; }

    public Article? Article { get; set; }

    /// <summary>The strong word; empty: as it is found.</summary>
    public string Mark { get; set; } = "";

    /// <summary>1 to 12; null: the colour of the source.</summary>
    public int? Hue { get; set; }
}
