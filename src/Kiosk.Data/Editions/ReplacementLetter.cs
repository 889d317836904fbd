namespace Kiosk.Data.Editions;

/// <summary>That a reader is to hear by mail that an article on her lists was replaced. It goes when it is sent.</summary>
public sealed class ReplacementLetter
{
    public Guid UserId { get; set; }

    public long ArticleId { get; set; }

    public Article? Article { get; set; }

    /// <summary>Not before this moment, so that an editor can take back what she said.</summary>
    public DateTimeOffset DueAt { get; set; }
}
