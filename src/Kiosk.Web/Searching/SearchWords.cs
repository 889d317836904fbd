using Kiosk.Data;
using Kiosk.Ingest.Archiving;
using Kiosk.Search;
using Kiosk.Search.Synonyms;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Searching;

/// <summary>
/// Keeps the thesaurus of this node's index to the packaged list of the field, and what editors added to it or switched off; and what topics and sources were
/// called before to what the archive says of it.
/// </summary>
public sealed class SearchWords(IDbContextFactory<KioskDb> archive, SearchIndex index)
{
    private volatile IReadOnlyList<WordLine> _lines = [];
    private volatile string _names = "";

    /// <summary>Sees what editors changed, here or on another node.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var lines = await db.SearchTerms.AsNoTracking().Where(term => term.RemovedAt == null).OrderBy(term => term.Id)
            .Select(term => new WordLine(term.Rule, term.IsSwitchedOff)).ToListAsync(cancellation);
        await RefreshNamesAsync(db, cancellation);
        if (lines.SequenceEqual(_lines))
            return;
        index.Thesaurus = Combine(lines);
        _lines = lines;
    }

    /// <summary>Topics and sources are few; how they came to be called so is read only when one of them changed.</summary>
    private async Task RefreshNamesAsync(KioskDb db, CancellationToken cancellation)
    {
        var topics = await db.Topics.IgnoreQueryFilters().AsNoTracking().OrderBy(topic => topic.Id).Select(topic => new { topic.Id, topic.Version, topic.MergedInto }).ToListAsync(cancellation);
        var joined = await db.Sources.AsNoTracking().Where(source => source.MergedInto != null).OrderBy(source => source.Id).Select(source => new { source.Id, source.MergedInto }).ToListAsync(cancellation);
        var state = $"{string.Join(' ', topics)} {string.Join(' ', joined)}";
        if (state == _names)
            return;
        index.FormerNames = await NameHistory.ReadAsync(db, cancellation);
        _names = state;
    }

    /// <summary>The packaged list with these lines on top of it. A line that cannot be read is passed over.</summary>
    public static Thesaurus Combine(IReadOnlyCollection<WordLine> lines)
    {
        var off = lines.Where(line => line.IsSwitchedOff).Select(line => line.Rule).ToHashSet(StringComparer.Ordinal);
        var own = lines.Where(line => !line.IsSwitchedOff).SelectMany(line => SynonymFile.Parse(line.Rule, out _));
        return new Thesaurus([.. Thesaurus.Field.Rules.Where(rule => !off.Contains(WordRule.Text(rule))), .. own]);
    }
}

/// <summary>A line that editors added, or a packaged one that they switched off.</summary>
public readonly record struct WordLine(string Rule, bool IsSwitchedOff);
