using System.Buffers;
using Kiosk.Search.References;

namespace Kiosk.Search.Queries;

/// <summary>Cuts a question into words, phrases, operators and brackets.</summary>
internal sealed class QueryLexer(string text, List<string> notes)
{
    private const string Quotes = "\"\u201C\u201D\u201E\u201F\u00AB\u00BB";
    private static readonly SearchValues<char> QuoteValues = SearchValues.Create(Quotes);

    private const int LongestField = 10;

    private readonly List<Lexeme> _lexemes = [];
    private int _at;

    public List<Lexeme> Read()
    {
        while (_at < text.Length)
            ReadOne(text[_at]);
        return _lexemes;
    }

    private void ReadOne(char next)
    {
        if (char.IsWhiteSpace(next))
            _at++;
        else if (next is '(' or ')')
        {
            _lexemes.Add(new Lexeme(next == '(' ? LexemeKind.Open : LexemeKind.Close, next.ToString()));
            _at++;
        }
        else if (QuoteValues.Contains(next))
            ReadPhrase();
        else if (next is '-' or '\u2013' or '\u2212' && IsMinus())
        {
            _lexemes.Add(new Lexeme(LexemeKind.Not, "-"));
            _at++;
        }
        else if (FieldLength() is > 0 and var length)
        {
            _lexemes.Add(new Lexeme(LexemeKind.Field, text.Substring(_at, length)));
            _at += length + 1;
        }
        else
            ReadWord();
    }

    /// <summary>The length of a field's name that stands here with a colon behind it; 0 if there is none.</summary>
    private int FieldLength()
    {
        var length = text.AsSpan(_at, Math.Min(LongestField + 1, text.Length - _at)).IndexOf(':');
        return length > 0 && QueryField.IsName(text.Substring(_at, length)) ? length : 0;
    }

    private bool IsMinus() =>
        _at + 1 < text.Length && text[_at + 1] is not ('-' or ')') && !char.IsWhiteSpace(text[_at + 1])
        && (_at == 0 || text[_at - 1] == '(' || char.IsWhiteSpace(text[_at - 1]) || _lexemes is [.., { Kind: LexemeKind.Field }]);

    private void ReadPhrase()
    {
        var start = ++_at;
        var length = text.AsSpan(start).IndexOfAny(QuoteValues);
        if (length < 0)
        {
            length = text.Length - start;
            notes.Add("Er ontbreekt een aanhalingsteken. We lezen alles na het eerste als één woordgroep.");
        }
        if (!text.AsSpan(start, length).IsWhiteSpace())
            _lexemes.Add(new Lexeme(LexemeKind.Phrase, text.Substring(start, length)));
        _at = Math.Min(text.Length, start + length + 1);
    }

    private void ReadWord()
    {
        var start = _at;
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not ('(' or ')') && !QuoteValues.Contains(text[_at]))
            _at++;
        var word = text[start.._at];
        NoteUnknownField(word);
        _lexemes.Add(ToLexeme(word));
    }

    /// <summary>What looks like the name of a field and is none; not a time, an address or a reference.</summary>
    private void NoteUnknownField(string word)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        if (colon < 2 || !word[..colon].All(char.IsLetter) || !HasValue(word, colon + 1) || ReferenceReader.Read(word).Count > 0)
            return;
        notes.Add($"De kiosk kent geen veld ‘{Leaf.Shortened(word[..colon])}:’ en zoekt op de woorden. Er is: {QueryField.Names}.");
    }

    private bool HasValue(string word, int from) => from < word.Length ? char.IsLetterOrDigit(word[from]) : _at < text.Length && QuoteValues.Contains(text[_at]);

    private Lexeme ToLexeme(string word)
    {
        if (word[0] == '*' && word.Any(char.IsLetterOrDigit))
        {
            notes.Add($"In ‘{Leaf.Shortened(word)}’ telt het sterretje vooraan niet. Zet het achter het begin van een woord.");
            word = word.TrimStart('*');
        }
        var star = word.IndexOf('*', StringComparison.Ordinal);
        if (star > 0)
        {
            if (star < word.TrimEnd('*').Length)
                notes.Add($"In ‘{Leaf.Shortened(word)}’ telt alleen het deel voor het sterretje.");
            return new Lexeme(LexemeKind.Prefix, word[..star]);
        }
        return new Lexeme(word switch
        {
            "EN" or "AND" or "&" or "&&" or "+" => LexemeKind.And,
            "OF" or "OR" or "|" or "||" => LexemeKind.Or,
            "NIET" or "NOT" => LexemeKind.Not,
            _ => LexemeKind.Word,
        }, word);
    }
}
