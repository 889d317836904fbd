using Kiosk.Search;
using Kiosk.Search.Synonyms;

namespace Kiosk.Web.Searching;

/// <summary>Shows what a change of the thesaurus does to one question, before it counts.</summary>
public sealed class WordsTrial(SearchIndex index)
{
    private const int Compared = 100;
    private const int Shown = 5;

    /// <param name="rule">The line to try.</param>
    /// <param name="instead">The line that it would replace, as it is written; null for none.</param>
    /// <param name="question">Null or blank asks the first word of the line.</param>
    public WordsEffect Try(SynonymRule rule, string? instead, string? question)
    {
        var asked = string.IsNullOrWhiteSpace(question) ? rule.Terms[0] : question.Trim();
        var others = index.Thesaurus.Rules.Where(known => WordRule.Text(known) != instead).ToList();
        var before = Search(asked, index.Thesaurus);
        var after = Search(asked, new Thesaurus([.. others, rule]));
        var known = before.Hits.Select(hit => hit.ArticleId).ToHashSet();
        return new WordsEffect(asked, before.Whole, after.Whole, [.. after.Hits.Where(hit => !known.Contains(hit.ArticleId)).Take(Shown)]);
    }

    private SearchPage Search(string question, Thesaurus thesaurus) =>
        index.Search(new SearchRequest { Text = question, Take = Compared, Thesaurus = thesaurus });
}

/// <param name="Question">What was asked.</param>
/// <param name="Before">Whole matches as the thesaurus is now.</param>
/// <param name="After">Whole matches with the change.</param>
/// <param name="Added">A few of those that come with it, best first.</param>
public sealed record WordsEffect(string Question, int Before, int After, IReadOnlyList<SearchHit> Added);
