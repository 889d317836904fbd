namespace Kiosk.Data.Editorial;

/// <summary>That an editor corrected a field of an article. The article shows her words; what the source says is kept here, and kept up to date.</summary>
public sealed class ArticleCorrection
{
    public long ArticleId { get; set; }

    public CorrectedField Field { get; set; }

    /// <summary>What the source says, as <see cref="CorrectedText"/> writes it.</summary>
    public required string SourceValue { get; set; }

    public DateTimeOffset CorrectedAt { get; set; }
}
