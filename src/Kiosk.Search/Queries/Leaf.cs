using Kiosk.Search.Analysis;

namespace Kiosk.Search.Queries;

/// <summary>Makes questions of the words that were typed, by the same analysis as the articles'.</summary>
internal static class Leaf
{
    private const int ShortestPrefix = 2;
    private const int MaxWords = 64;

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
        return lexeme.Kind == LexemeKind.Prefix ? Prefix(tokens, lexeme, notes) : Words(tokens, lexeme.Kind == LexemeKind.Phrase);
    }

    public static bool IsStopWords(Query query) => query switch
    {
        TermQuery term => term.IsStopWord,
        PhraseQuery phrase => phrase.Words.All(word => word.IsStopWord),
        _ => false,
    };

    /// <summary>What was typed as one piece stands together; a hyphenated word may also be written as one.</summary>
    private static Query Words(List<Token> tokens, bool isQuoted)
    {
        var running = Running(tokens, isQuoted);
        var isOneWord = tokens[0].IsWhole && tokens[^1].End == tokens[0].End;
        return isOneWord ? Tree.Or([running, ToTerm(tokens[0])]) : running;
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
