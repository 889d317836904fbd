using Kiosk.Search.Analysis;
using Kiosk.Search.Indexing;
using Kiosk.Search.Queries;
using Kiosk.Search.Ranking;
using Kiosk.Search.Spelling;
using Kiosk.Search.Synonyms;

namespace Kiosk.Search.Asking;

/// <summary>Answers what was typed, with what means the same; and where that finds next to nothing, what was probably meant.</summary>
internal sealed class Asker(Snapshot snapshot, Thesaurus thesaurus, FormerNames names, SpellingBook spelling)
{
    /// <summary>With fewer whole matches than this, words that nobody wrote are taken for errors.</summary>
    private const int Few = 3;

    /// <summary>So many times more must the better spelling find to be searched at once, if what was typed finds something.</summary>
    private const int Much = 20;

    public SearchPage Answer(SearchRequest request)
    {
        var question = Read(request);
        var typed = Ranking.Answer.Of(snapshot, request, question);
        if (request.Exactly || request.AsTyped || typed.Whole >= Few)
            return typed;
        var loosened = new Lazy<SearchPage>(() => Loosened(request, question, typed));
        if (Better(request, typed, loosened) is not { } better)
            return loosened.Value;
        var corrected = Ranking.Answer.Of(snapshot, request, Read(request with { Text = better }));
        if (corrected.Total == 0 || corrected.Whole < typed.Whole)
            return loosened.Value;
        return corrected.Whole > Much * typed.Whole
            ? corrected with { Suggestion = better, IsCorrected = true }
            : loosened.Value with { Suggestion = better };
    }

    /// <summary>Where the score of an article for what was typed comes from; null if it is not in the index.</summary>
    public Explanation? Explain(string text, long id)
    {
        var request = new SearchRequest { Text = text, Take = 1 };
        var question = Read(request);
        var typed = Ranking.Answer.Of(snapshot, request, question);
        if (typed.Whole < Few && LooseParts.Of(question) is { } loose && Ranking.Answer.Of(snapshot, request, loose).Whole > typed.Whole)
            question = loose;
        return Explainer.Of(snapshot, question.Query, id);
    }

    /// <summary>What was found as typed, unless with the parts of its compounds apart there is more.</summary>
    private SearchPage Loosened(SearchRequest request, Question question, SearchPage typed)
    {
        if (LooseParts.Of(question) is not { } loose)
            return typed;
        var more = Ranking.Answer.Of(snapshot, request, loose);
        return more.Whole > typed.Whole ? more : typed;
    }

    private string? Better(SearchRequest request, SearchPage typed, Lazy<SearchPage> loosened)
    {
        var speller = spelling.Of(snapshot);
        return speller.SuggestQuery(request.Text, HasForm, Finds, whole: typed.Whole)
            ?? (loosened.Value.Total == 0 ? speller.SuggestQuery(request.Text, HasForm, Finds, isLost: true) : null);

        bool Finds(string words) => Ranking.Answer.Of(snapshot, request with { Take = 1 }, Read(request with { Text = words })).Whole > 0;
    }

    private bool HasForm(string word) => Stands(Term.Of(word).Text);

    private bool Stands(string term) => snapshot.Segments.Any(segment => segment.Segment.Terms.Find(term) is not null);

    private Question Read(SearchRequest request)
    {
        var question = Question.Read(request.Text, request.Exactly ? Thesaurus.Empty : request.Thesaurus ?? thesaurus, names);
        return request.Exactly ? question : JoinedWords.Join(question, Stands);
    }
}
