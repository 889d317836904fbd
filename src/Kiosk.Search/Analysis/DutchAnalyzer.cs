using System.Buffers;
using System.Text;

namespace Kiosk.Search.Analysis;

/// <summary>
/// Makes terms of a Dutch text. The chain, one filter a file: <see cref="WordSegmenter"/>, hyphens (here), <see cref="Folding"/>,
/// <see cref="StopWords"/>, <see cref="ProtectedWords"/>, <see cref="DutchStemmer"/>; beside the words <see cref="Compounds.Decompounder"/>
/// and <see cref="References.ReferenceReader"/>. Folding comes before stemming, so that a reader who
/// types no diacritics finds the same.
/// </summary>
public static class DutchAnalyzer
{
    /// <summary>Counts up whenever the same text gives other terms; an index made by another version is made anew.</summary>
    public const int Version = 1;

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
        {
            var first = tokens.Count;
            position = Add(tokens, text, word, position);
            if (filters.Compounds)
                AddParts(tokens, first, text);
        }
        if (filters.References)
            ReferenceTokens.AddTo(tokens, text);
        return tokens;
    }

    private static void AddParts(List<Token> tokens, int first, string text)
    {
        for (var (i, end) = (first, tokens.Count); i < end; i++)
        {
            var whole = tokens[i];
            if (whole.IsWhole || whole.IsStopWord)
                continue;
            foreach (var part in TermCache.Of(text.AsSpan(whole.Start, whole.Length)).Parts)
                Append(tokens, ToToken(part, whole.Position, whole.Start, whole.Length, TokenKind.Part) with { IsBeside = true });
        }
    }

    private static int Add(List<Token> tokens, string text, Range word, int position)
    {
        var (start, length) = word.GetOffsetAndLength(text.Length);
        var letters = text.AsSpan(start, length);
        if (letters.IndexOfAny(Hyphens) >= 0)
            return AddHyphenated(tokens, letters, start, position);
        Append(tokens, ToToken(TermCache.Of(letters), position, start, length, TokenKind.Word));
        return position + 1;
    }

    private static int AddHyphenated(List<Token> tokens, ReadOnlySpan<char> letters, int start, int position)
    {
        var parts = letters.Length > Folding.MaxLength ? MaxParts + 1 : letters.CountAny(Hyphens) + 1;
        if (parts <= MaxParts)
            Append(tokens, ToToken(Term.Of(Joined(letters)), position, start, letters.Length, TokenKind.Word) with { IsWhole = true });
        foreach (var part in letters.SplitAny(Hyphens))
        {
            var (offset, length) = part.GetOffsetAndLength(letters.Length);
            Append(tokens, ToToken(TermCache.Of(letters[part]), position++, start + offset, length, TokenKind.Part));
        }
        return position;
    }

    /// <summary>A word of odd characters may leave nothing when folded.</summary>
    private static void Append(List<Token> tokens, Token token)
    {
        if (token.Text.Length > 0)
            tokens.Add(token);
    }

    private static string Joined(ReadOnlySpan<char> letters)
    {
        var joined = new StringBuilder(letters.Length);
        foreach (var part in letters.SplitAny(Hyphens))
            joined.Append(letters[part]);
        return joined.ToString();
    }

    private static Token ToToken(Term term, int position, int start, int length, TokenKind kind) =>
        new(term.Text, term.Form, position, start, length, kind, term.IsStopWord);
}
