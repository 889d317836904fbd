using Kiosk.Search.Analysis;
using Kiosk.Search.Indexing;
using Kiosk.Search.Ranking;
using Kiosk.Search.Spelling;
using Kiosk.Search.Synonyms;

namespace Kiosk.Search.Asking;

/// <summary>Answers what was typed, with what means the same; and where that finds next to nothing, what was probably meant.</summary>
internal sealed class Asker(Snapshot snapshot, Thesaurus thesaurus, SpellingBook spelling)
{
    /// <summary>With fewer whole matches than this, words that nobody wrote are taken for errors.</summary>
    private const int Few = 3;

    /// <summary>So many times more must the better spelling find to be searched at once, if what was typed finds something.</summary>
    private const int Much = 20;

    public SearchPage Answer(SearchRequest request)
    {
        var typed = AnswerAsTyped(request);
        if (request.Exactly || typed.Whole >= Few || spelling.Of(snapshot).SuggestQuery(request.Text, HasForm) is not { } better)
            return typed;
        var corrected = AnswerAsTyped(request with { Text = better });
        if (corrected.Total == 0 || corrected.Whole < typed.Whole)
            return typed;
        return corrected.Whole > Much * typed.Whole
            ? corrected with { Suggestion = better, IsCorrected = true }
            : typed with { Suggestion = better };
    }

    private bool HasForm(string word)
    {
        var term = Term.Of(word).Text;
        return snapshot.Segments.Any(segment => segment.Segment.Terms.Find(term) is not null);
    }

    private SearchPage AnswerAsTyped(SearchRequest request) =>
        Ranking.Answer.Of(snapshot, request, Question.Read(request.Text, request.Exactly ? Thesaurus.Empty : request.Thesaurus ?? thesaurus));
}
