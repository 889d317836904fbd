using Kiosk.Search.Analysis;
using Kiosk.Search.Queries;
using Kiosk.Search.Synonyms;

namespace Kiosk.Search.Asking;

/// <summary>
/// Also asks for the compound of words that were typed apart: whoever types <c>huis uitzetting</c> means huisuitzetting too. Each of the words is then also
/// answered by the whole, which counts in full and not as a part of another word does.
/// </summary>
internal static class JoinedWords
{
    private const int MostWords = 3;
    private const int ShortestWord = 3;

    /// <summary>The question with the compounds that stand in the index; the same question if there are none.</summary>
    /// <param name="question">As it was read; words in quotes stay apart.</param>
    /// <param name="stands">Whether a term stands in the index.</param>
    public static Question Join(Question question, Func<string, bool> stands)
    {
        if (question.Query is not AndQuery all || LeftOut.LooseParts)
            return question;
        var parts = all.Parts.ToArray();
        var used = new List<UsedSynonym>(question.Used);
        for (var start = 0; start < parts.Length; start++)
        {
            for (var count = 2; count <= MostWords && Words(all.Parts, start, count) is { } words; count++)
                Join(parts, start, words, used, stands);
        }
        return used.Count == question.Used.Count ? question : question with { Query = Tree.And(parts), Used = used };
    }

    private static void Join(Query[] parts, int start, List<TermQuery> words, List<UsedSynonym> used, Func<string, bool> stands)
    {
        var compound = Term.Of(string.Concat(words.Select(word => word.Form)));
        if (!stands(compound.Text))
            return;
        for (var i = 0; i < words.Count; i++)
            parts[start + i] = Tree.Or([parts[start + i], new TermQuery(compound.Form, compound.Text) { IsQuoted = true }]);
        used.Add(new UsedSynonym(string.Join(' ', words.Select(word => word.Form)), [compound.Form]));
    }

    /// <summary>So many words from there on; null if one of them is something else.</summary>
    private static List<TermQuery>? Words(IReadOnlyList<Query> parts, int start, int count)
    {
        var words = parts.Skip(start).Take(count).OfType<TermQuery>().Where(word => word is { IsQuoted: false, IsStopWord: false, Form.Length: >= ShortestWord }).ToList();
        return words.Count == count ? words : null;
    }
}
