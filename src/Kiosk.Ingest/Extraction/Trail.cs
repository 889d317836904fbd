namespace Kiosk.Ingest.Extraction;

/// <summary>Why the article was read as it was: what each part was taken from. For whoever wonders about a page.</summary>
internal sealed class Trail
{
    private const int LongestValue = 200;

    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>The first value that there is, noted with where it came from; null if there is none.</summary>
    /// <param name="field">Which part of the article.</param>
    /// <param name="candidates">In order of trust.</param>
    public string? First(string field, params IEnumerable<(string Origin, string? Value)> candidates)
    {
        var (origin, value) = candidates.FirstOrDefault(static candidate => candidate.Value is not null);
        Add(field, origin, value);
        return value;
    }

    /// <summary>Notes where a value came from; nothing is noted where there is none.</summary>
    public void Add(string field, string? origin, string? value)
    {
        if (origin is not null && !string.IsNullOrEmpty(value))
            _findings.Add(new Finding(field, origin, value.Length > LongestValue ? value[..LongestValue] + "…" : value));
    }
}
