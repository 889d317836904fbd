namespace Kiosk.Data;

/// <summary>One of the few hashes by which an article is found that tells the same news as another. Derived: it may be deleted and made anew.</summary>
public sealed class ArticleSketch
{
    /// <summary>The fortnight of publication, counted from 1970.</summary>
    public int Period { get; set; }

    public long Hash { get; set; }

    public long ArticleId { get; set; }
}
