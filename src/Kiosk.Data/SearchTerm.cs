namespace Kiosk.Data;

/// <summary>
/// What editors changed in the words that search takes for the same: a line of their own, or a line of the packaged list that is switched off.
/// A line is never rewritten: changing it takes the old one away and adds a new one, so that whatever was done can be undone.
/// </summary>
public sealed class SearchTerm
{
    public long Id { get; set; }

    /// <summary>One line as a thesaurus writes it: <c>wsnp = wet schuldsanering natuurlijke personen</c>.</summary>
    public required string Rule { get; set; }

    /// <summary>True for a line of the packaged list that must not count.</summary>
    public bool IsSwitchedOff { get; set; }

    public DateTimeOffset AddedAt { get; set; }

    /// <summary>When it was taken away; null while it counts.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}
