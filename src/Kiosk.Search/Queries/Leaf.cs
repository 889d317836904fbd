using System.Buffers;
using Kiosk.Search.Analysis;

namespace Kiosk.Search.Queries;

/// <summary>Makes questions of the words that were typed, by the same analysis as the articles'.</summary>
internal static class Leaf
{
    private const int ShortestPrefix = 2;
    private const int MaxWords = 64;

    private static readonly SearchValues<char> HoldTogether = SearchValues.Create("-\u2010\u2011.@_'\u2019");

    /// <summary>Null, with a remark, if there is nothing in it to search for.</summary>
    public static Query? Of(Lexeme lexeme, List<string> notes)
    {
        var tokens = DutchAnalyzer.Analyze(lexeme.Text);
        if (tokens.Count == 0)
        {
            if (lexeme.Text.Any(letter => !char.IsPunctuation(letter) && !char.IsWhiteSpace(letter)))
                notes.Add($"In ‘{Shortened(lexeme.Text)}’ staat geen woord om op te zoeken.");
            return null;
        }
        return lexeme.Kind switch
        {
            LexemeKind.Prefix => Prefix(tokens, lexeme, notes),
            LexemeKind.Phrase => Words(tokens, isQuoted: true),
            _ => Apart(tokens, lexeme.Text),
        };
    }

    public static bool IsStopWords(Query query) => query switch
    {
        TermQuery term => term.IsStopWord,
        PhraseQuery phrase => phrase.Words.All(word => word.IsStopWord),
        AndQuery and => and.Parts.All(IsStopWords),
        _ => false,
    };

    /// <summary>What a slash or a comma parts are words side by side, as in <c>huur/hypotheek</c>; a hyphen and a point hold together.</summary>
    private static Query Apart(List<Token> tokens, string text)
    {
        var pieces = new List<List<Token>>();
        var end = -1;
        foreach (var token in tokens)
        {
            if (end < 0 || (token.Start > end && ArePieces(text, end, token.Start)))
                pieces.Add([]);
            pieces[^1].Add(token);
            end = Math.Max(end, token.End);
        }
        var words = pieces.ConvertAll(piece => Words(piece, isQuoted: false));
        return Tree.And(words.Exists(word => !IsStopWords(word)) ? words.FindAll(word => !IsStopWords(word)) : words);
    }

    /// <summary>Between two numbers, and in an address, any sign holds together: <c>2023/24</c>, <c>info@nvvk.nl</c>.</summary>
    private static bool ArePieces(string text, int end, int start) =>
        !char.IsDigit(text[end - 1]) && !char.IsDigit(text[start]) && text.AsSpan(end, start - end).ContainsAnyExcept(HoldTogether);

    /// <summary>What was typed as one piece stands together; a hyphenated word may also be written as one.</summary>
    private static Query Words(List<Token> tokens, bool isQuoted)
    {
        var running = Running(tokens, isQuoted);
        var isOneWord = tokens[0].IsWhole && tokens[^1].End == tokens[0].End;
        return isOneWord ? Tree.Or([running, ToTerm(tokens[0]) with { IsQuoted = isQuoted }]) : running;
    }

    private static Query Prefix(List<Token> tokens, Lexeme lexeme, List<string> notes)
    {
        var last = tokens[^1];
        if (last.Form.Length < ShortestPrefix)
        {
            notes.Add($"‘{Shortened(lexeme.Text)}*’ is te kort. Zet minstens {ShortestPrefix} letters voor het sterretje.");
            return Words(tokens, isQuoted: false);
        }
        var before = tokens.Where(token => !token.IsWhole && token.Position < last.Position).Select(ToTerm);
        return Tree.And([.. before, new PrefixQuery(last.Form)]);
    }

#pragma warning disable CA1859 // It does not see what a record copy is.
    private static Query Running(List<Token> tokens, bool isQuoted)
    {
        var words = tokens.Where(token => !token.IsWhole).Take(MaxWords).Select(ToTerm).ToList();
        return words is [var only] ? only with { IsQuoted = isQuoted && !only.IsStopWord } : (Query)new PhraseQuery(words);
    }
#pragma warning restore CA1859

    private static TermQuery ToTerm(Token token) => new(token.Form, token.Text) { IsStopWord = token.IsStopWord };

    public static string Shortened(string text) => text.Length <= 30 ? text : string.Concat(text.AsSpan(0, 29), "…");
}
