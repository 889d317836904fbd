namespace Kiosk.Data;

/// <summary>An <see cref="ArticleSketch"/> that came lately, and has not joined the others yet: some thousand articles of the last that came have theirs here.</summary>
public sealed class FreshSketch
{
    public long Hash { get; set; }

    public long ArticleId { get; set; }

    /// <summary>The fortnight of publication, counted from 1970.</summary>
    public int Period { get; set; }
}
