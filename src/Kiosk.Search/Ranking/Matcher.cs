using System.Numerics;
using Kiosk.Search.Indexing;
using Kiosk.Search.Queries;

namespace Kiosk.Search.Ranking;

/// <summary>
/// Finds which articles of one segment match a question, and how much its words count in each. Whole posting lists are read, term after
/// term, into sets and sums: totals and facets need every match anyway, so there is nothing that skipping could save.
/// </summary>
/// <param name="live">The segment.</param>
/// <param name="terms">Its dictionary.</param>
/// <param name="workspace">For its sets.</param>
/// <param name="bm25">What words count.</param>
/// <param name="textsOnly">
/// Whether how an article is tagged is left out of account, and no prefix is cut short: then exactly those articles match of which
/// <see cref="Query.Matches(ArticleTerms)"/> says so while they have no topics.
/// </param>
internal sealed class Matcher(LiveSegment live, SegmentTerms terms, Workspace workspace, Bm25 bm25, bool textsOnly = false)
{
    private readonly Segment _segment = live.Segment;

    /// <summary>The articles that are there at all.</summary>
    public ulong[] Everything()
    {
        var bits = workspace.Bits();
        BitSet.Fill(bits.AsSpan(0, workspace.Words), workspace.Articles);
        if (live.Gone is not null)
            BitSet.Remove(bits.AsSpan(0, workspace.Words), live.Gone);
        return bits;
    }

    /// <param name="query">The question.</param>
    /// <param name="frequencies">Where the weighted frequencies are added; null if they are not needed.</param>
    /// <param name="weight">By which they are multiplied.</param>
    /// <returns>May hold articles that were taken out.</returns>
    public ulong[] Match(Query query, float[]? frequencies, float weight = 1) => query switch
    {
        TermQuery term => MatchTerm(term.Text, frequencies, weight),
        PhraseQuery phrase => MatchPhrase(phrase, frequencies, weight, titleOnly: false),
        PrefixQuery prefix => MatchPrefix(prefix.Start, frequencies, weight),
        WeightedQuery weighted => Match(weighted.Part, frequencies, weight * (float)weighted.Weight),
        AndQuery and => MatchAll(and.Parts, frequencies, weight),
        OrQuery or => MatchAny(or.Parts, frequencies, weight),
        NotQuery not => Complement(Match(not.Part, null)),
        TitleQuery title => MatchTitle(title.Part, frequencies, weight),
        AuthorQuery author => MatchAll([.. author.Words.Select(word => new KeyQuery(TermKey.Author(word.Text)))], null, 1),
        KeyQuery key => MatchKey(key.Key),
        PropertyQuery property => MatchProperty(property),
        PeriodQuery period => MatchWhere(article => period.Holds(_segment.Values.Seconds[article])),
        ValidQuery valid => MatchWhere(article => valid.Holds(_segment.Values.ValidFrom[article], _segment.Values.ValidUntil[article])),
        _ => Everything(),
    };

    private Span<ulong> Used(ulong[] bits) => bits.AsSpan(0, workspace.Words);

    private ulong[] MatchTerm(string key, float[]? frequencies, float weight)
    {
        var bits = workspace.Bits();
        if (terms.Find(key) is { } term)
            Read(term, bits, frequencies, weight);
        if (terms.Find(TermKey.Part(key)) is { } part)
            Read(part, bits, frequencies, weight);
        return bits;
    }

    private void Read(TermEntry term, ulong[] bits, float[]? frequencies, float weight)
    {
        if (textsOnly)
            PostingScan.ReadTexts(_segment, term, bits);
        else
            PostingScan.Read(_segment, term, bits, frequencies, weight, bm25);
    }

    private ulong[] MatchKey(string key)
    {
        var bits = workspace.Bits();
        if (terms.Find(key) is { } term)
            PostingScan.Read(_segment, term, bits, null, 1, bm25);
        return bits;
    }

    private ulong[] MatchAll(IReadOnlyList<Query> parts, float[]? frequencies, float weight)
    {
        // What stands in an article that does not hold all counts for nothing.
        var all = frequencies is null ? null : workspace.Frequencies();
        var bits = Match(parts[0], all, weight);
        foreach (var part in parts.Skip(1))
            BitSet.Keep(Used(bits), Match(part, all, weight));
        for (var word = 0; all is not null && word < workspace.Words; word++)
        {
            for (var rest = bits[word]; rest != 0; rest &= rest - 1)
            {
                var article = (word << 6) + BitOperations.TrailingZeroCount(rest);
                frequencies![article] += all[article];
            }
        }
        return bits;
    }

    private ulong[] MatchAny(IReadOnlyList<Query> parts, float[]? frequencies, float weight)
    {
        var bits = Match(parts[0], frequencies, weight);
        foreach (var part in parts.Skip(1))
            BitSet.Add(Used(bits), Match(part, frequencies, weight));
        return bits;
    }

    private ulong[] Complement(ulong[] bits)
    {
        var rest = Everything();
        BitSet.Remove(Used(rest), bits);
        return rest;
    }

    private ulong[] MatchPhrase(PhraseQuery phrase, float[]? frequencies, float weight, bool titleOnly)
    {
        var candidates = MatchAll([.. phrase.Words.Select(word => new KeyQuery(word.Text))], null, 1);
        return PhraseScan.Keep(_segment, [.. phrase.Words.Select(word => terms.Find(word.Text))], candidates, workspace, frequencies, weight, bm25, titleOnly);
    }

    private ulong[] MatchTitle(Query part, float[]? frequencies, float weight) => part switch
    {
        PhraseQuery phrase => MatchPhrase(phrase, frequencies, weight, titleOnly: true),
        PrefixQuery prefix => MatchKeys(_segment.Terms.From(TermKey.TitleForm(prefix.Start), TermKey.TitleForm(prefix.Start))),
        TermQuery term => MatchTermInTitle(term.Text, frequencies, weight),
        _ => Everything(),
    };

    private ulong[] MatchTermInTitle(string key, float[]? frequencies, float weight)
    {
        var bits = workspace.Bits();
        if (terms.Find(key) is { } term)
            PostingScan.ReadTitles(_segment, term, bits, frequencies, weight, bm25);
        return bits;
    }

    private ulong[] MatchPrefix(string start, float[]? frequencies, float weight)
    {
        var bits = workspace.Bits();
        foreach (var term in textsOnly ? terms.AllWithPrefix(start) : terms.WithPrefix(start))
            Read(term, bits, frequencies, weight);
        return bits;
    }

    private ulong[] MatchKeys(IEnumerable<TermEntry> entries)
    {
        var bits = workspace.Bits();
        foreach (var term in entries)
            PostingScan.Read(_segment, term, bits, null, 1, bm25);
        return bits;
    }

    private ulong[] MatchProperty(PropertyQuery property)
    {
        if (textsOnly && property.Facet == Facet.Topic)
            return workspace.Bits();
        var column = _segment.Values.Facet(property.Facet);
        var wanted = column.Values.Select(property.Holds).ToArray();
        return MatchWhere(article =>
        {
            foreach (var ordinal in column.Of(article))
            {
                if (wanted[ordinal])
                    return true;
            }
            return false;
        });
    }

    private ulong[] MatchWhere(Func<int, bool> holds)
    {
        var bits = workspace.Bits();
        for (var article = 0; article < workspace.Articles; article++)
        {
            if (holds(article))
                BitSet.Set(bits, article);
        }
        return bits;
    }

    /// <summary>A term of a sort that nobody types.</summary>
    private sealed record KeyQuery(string Key) : Query
    {
        public override bool Matches(ArticleTerms article) => article.Has(Key);
    }
}
