namespace Kiosk.Data.Editorial;

/// <summary>A standing query with which the editors look at the inbox.</summary>
public sealed class DeskQuery
{
    public const int LongestName = 60;
    public const int LongestQuery = 400;

    public long Id { get; set; }

    public required string Name { get; set; }

    /// <summary>In the language of the search page.</summary>
    public required string Query { get; set; }

    public DateTimeOffset MadeAt { get; set; }
}
