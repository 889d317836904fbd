using System.Buffers;
using System.Text;

namespace Kiosk.Search.Analysis;

/// <summary>
/// Makes terms of a Dutch text. The chain, one filter a file: <see cref="WordSegmenter"/>, hyphens (here), <see cref="Folding"/>,
/// <see cref="StopWords"/>, <see cref="ProtectedWords"/>, <see cref="Plurals"/>, <see cref="DutchStemmer"/>, <see cref="StemEnd"/>; beside the words <see cref="Compounds.Decompounder"/>
/// and <see cref="References.ReferenceReader"/>. Folding comes before stemming, so that a reader who
/// types no diacritics finds the same.
/// </summary>
public static class DutchAnalyzer
{
    /// <summary>Counts up whenever the same text gives other terms; an index made by another version is made anew.</summary>
    public const int Version = 4;

    private static readonly SearchValues<char> Hyphens = SearchValues.Create("-\u2010\u2011");

    /// <summary>A chain of more hyphens is no word (a rule of dashes, a file name), and is only taken apart.</summary>
    private const int MaxParts = 6;

    /// <summary>The running words of a text in the order in which they stand; a hyphenated word gives the whole first, then its parts.</summary>
    public static List<Token> Analyze(string text) => Analyze(text, AnalysisFilters.None);

    /// <summary>The same with what the filters add: behind each compound its parts, and behind all words the references.</summary>
    public static List<Token> Analyze(string text, AnalysisFilters filters)
    {
        var tokens = new List<Token>(text.Length / 6);
        var position = 0;
        for (var at = 0; WordSegmenter.TryNext(text, at, out var word); at = word.End.Value)
            position = Add(tokens, text, word, position, filters);
        if (filters.References)
            ReferenceTokens.AddTo(tokens, text);
        return tokens;
    }

    private static int Add(List<Token> tokens, string text, Range word, int position, AnalysisFilters filters)
    {
        var (start, length) = word.GetOffsetAndLength(text.Length);
        var letters = text.AsSpan(start, length);
        if (letters.IndexOfAny(Hyphens) >= 0)
            return AddHyphenated(tokens, letters, start, position, filters);
        AddWord(tokens, TermCache.Of(letters), ToToken(position, start, length, TokenKind.Word), filters);
        return position + 1;
    }

    private static int AddHyphenated(List<Token> tokens, ReadOnlySpan<char> letters, int start, int position, AnalysisFilters filters)
    {
        var parts = letters.Length > Folding.MaxLength ? MaxParts + 1 : letters.CountAny(Hyphens) + 1;
        if (parts <= MaxParts)
            Append(tokens, Term.Of(Joined(letters)), ToToken(position, start, letters.Length, TokenKind.Word) with { IsWhole = true });
        foreach (var part in letters.SplitAny(Hyphens))
        {
            var (offset, length) = part.GetOffsetAndLength(letters.Length);
            AddWord(tokens, TermCache.Of(letters[part]), ToToken(position++, start + offset, length, TokenKind.Part), filters);
        }
        return position;
    }

    private static void AddWord(List<Token> tokens, Term term, Token token, AnalysisFilters filters)
    {
        Append(tokens, term, token);
        if (!filters.Compounds || term.IsStopWord)
            return;
        foreach (var part in term.Parts)
            Append(tokens, part, token with { Kind = TokenKind.Part, IsBeside = true });
    }

    /// <summary>A word of odd characters may leave nothing when folded.</summary>
    private static void Append(List<Token> tokens, Term term, Token token)
    {
        if (term.Text.Length > 0)
            tokens.Add(token with { Text = term.Text, Form = term.Form, Written = token.IsWhole || token.IsBeside ? "" : term.Written, IsStopWord = term.IsStopWord });
    }

    private static string Joined(ReadOnlySpan<char> letters)
    {
        var joined = new StringBuilder(letters.Length);
        foreach (var part in letters.SplitAny(Hyphens))
            joined.Append(letters[part]);
        return joined.ToString();
    }

    private static Token ToToken(int position, int start, int length, TokenKind kind) => new("", "", position, start, length, kind, IsStopWord: false);
}
