using Kiosk.Data;
using Kiosk.Search;
using Kiosk.Search.Analysis;
using Kiosk.Search.Synonyms;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Searching;

/// <summary>Shows what a change of the thesaurus does to one question, before it counts.</summary>
public sealed class WordsTrial(SearchIndex index, IDbContextFactory<KioskDb> archive)
{
    /// <summary>A question asked less often stays hidden: it might tell who asked it.</summary>
    private const int LeastAsked = 5;

    private const int MostAsked = 300;
    private const int MostShown = 8;

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

    /// <summary>Which questions of visitors would find more with the line than without, the most asked first. Only questions with a word of the line are asked again.</summary>
    public async Task<IReadOnlyList<AskedEffect>> OnQuestionsAsync(SynonymRule rule, string? instead, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var asked = await db.SearchQuestions.AsNoTracking().GroupBy(question => question.Question)
            .Select(days => new { Question = days.Key, Asked = days.Sum(day => day.Asked) })
            .Where(question => question.Asked >= LeastAsked)
            .OrderByDescending(question => question.Asked).ThenBy(question => question.Question).Take(MostAsked).ToListAsync(cancellation);
        var effects = asked.Where(question => Concerns(rule, question.Question)).Select(question => (question.Asked, Effect: Try(rule, instead, question.Question)));
        return [.. effects.Where(one => one.Effect.After > one.Effect.Before).Take(MostShown).Select(one => new AskedEffect(one.Asked, one.Effect))];
    }

    /// <summary>Whether a question has a word in common with the line, in any form: only such a question can find more by it.</summary>
    private static bool Concerns(SynonymRule rule, string question)
    {
        var words = Stems(question);
        return rule.Terms.Concat(rule.Also).Any(term => Stems(term).Overlaps(words));
    }

    private static HashSet<string> Stems(string text) => [.. DutchAnalyzer.Analyze(text).Where(token => !token.IsStopWord).Select(token => token.Text)];

    private SearchPage Search(string question, Thesaurus thesaurus) =>
        index.Search(new SearchRequest { Text = question, Take = Compared, Thesaurus = thesaurus });
}

/// <param name="Question">What was asked.</param>
/// <param name="Before">Whole matches as the thesaurus is now.</param>
/// <param name="After">Whole matches with the change.</param>
/// <param name="Added">A few of those that come with it, best first.</param>
public sealed record WordsEffect(string Question, int Before, int After, IReadOnlyList<SearchHit> Added);

/// <summary>What a change does to a question that visitors asked.</summary>
/// <param name="Asked">How often in the time that is kept.</param>
public sealed record AskedEffect(int Asked, WordsEffect Effect);
