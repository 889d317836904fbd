namespace Kiosk.Search.Queries;

/// <summary>
/// Makes a tree of a question. OF binds loosest, then words side by side (or EN), then NIET and -. What cannot be read is left out with a
/// remark; there are no errors.
/// </summary>
internal sealed class QueryParser
{
    private const int MaxLength = 4_000;
    private const int MaxWords = 256;
    private const int MaxDepth = 16;
    private const int MostWordsOfADay = 3;

    private readonly List<string> _notes = [];
    private readonly List<Lexeme> _lexemes;
    private readonly HashSet<Query> _unasked = new(ReferenceEqualityComparer.Instance);
    private int _at;
    private int _ignoredBrackets;

    /// <summary>The field whose brackets are being read; null outside.</summary>
    private string? _field;

    private QueryParser(string text)
    {
        if (text.Length > MaxLength)
        {
            var cut = text.LastIndexOf(' ', MaxLength);
            text = text[..(cut > MaxLength / 2 ? cut : MaxLength)];
            _notes.Add("Je vraag is erg lang. We zoeken alleen op het begin ervan.");
        }
        _lexemes = new QueryLexer(text, _notes).Read();
        CutOff(MaxWords);
    }

    private LexemeKind? Next => _at < _lexemes.Count ? _lexemes[_at].Kind : null;

    public static (Query Query, IReadOnlyList<string> Notes) Parse(string text)
    {
        var parser = new QueryParser(text);
        var query = parser.ReadAll();
        return (query, [.. parser._notes.Distinct(StringComparer.Ordinal)]);
    }

    private void CutOff(int max)
    {
        var words = 0;
        var end = _lexemes.FindIndex(lexeme => lexeme.Kind is LexemeKind.Word or LexemeKind.Prefix or LexemeKind.Phrase && ++words > max);
        if (end < 0)
            return;
        _lexemes.RemoveRange(end, _lexemes.Count - end);
        _notes.Add($"Je vraag heeft erg veel woorden. We zoeken op de eerste {max}.");
    }

    private Query ReadAll()
    {
        var parts = new List<Query>();
        while (Next is not null)
        {
            if (ReadOr(0) is { } part)
                parts.Add(part);
            if (Next != LexemeKind.Close)
                continue;
            _at++;
            if (_ignoredBrackets > 0)
                _ignoredBrackets--;
            else
                _notes.Add("Er staat een haakje te veel. We hebben het weggelaten.");
        }
        return Tree.And(parts);
    }

    private Query? ReadOr(int depth)
    {
        var parts = new List<Query>();
        while (true)
        {
            var part = ReadAnd(depth);
            if (part is not null)
                parts.Add(part);
            if (Next != LexemeKind.Or)
                break;
            _at++;
            if (part is null || Next is null or LexemeKind.Close or LexemeKind.Or)
                Lonely(_lexemes[_at - 1].Text);
        }
        return parts.Count == 0 ? null : Tree.Or(parts);
    }

    private Query? ReadAnd(int depth)
    {
        var parts = new List<Query>();
        while (Next is not (null or LexemeKind.Or or LexemeKind.Close))
        {
            if (Next == LexemeKind.And)
            {
                _at++;
                if (parts.Count == 0 || Next is null or LexemeKind.Or or LexemeKind.Close or LexemeKind.And)
                    Lonely(_lexemes[_at - 1].Text);
            }
            else if (ReadNot(depth) is { } part)
                parts.Add(part);
        }
        return parts.Count == 0 ? null : Tree.And(WithoutStopWords(parts));
    }

    /// <summary>Words too common to ask for are left out, unless there is nothing else.</summary>
    private List<Query> WithoutStopWords(List<Query> parts)
    {
        var telling = parts.Where(part => !_unasked.Contains(part)).ToList();
        return telling.Exists(part => part is not NotQuery) ? telling : parts;
    }

    private Query? ReadNot(int depth)
    {
        var not = false;
        var operators = _at;
        while (Next == LexemeKind.Not)
        {
            not = !not;
            _at++;
        }
        if (_at > operators && Next is null or LexemeKind.Or or LexemeKind.And or LexemeKind.Close)
        {
            Lonely(_lexemes[_at - 1].Text);
            return null;
        }
        var part = ReadOne(depth);
        return part is not null && not ? Tree.Not(part) : part;
    }

    private Query? ReadOne(int depth)
    {
        var lexeme = _lexemes[_at++];
        if (lexeme.Kind == LexemeKind.Open)
            return ReadBrackets(depth);
        if (lexeme.Kind == LexemeKind.Field)
            return ReadField(lexeme.Text, depth);
        if (_field is not null)
            return InField(QueryField.Of(_field, lexeme, _notes));
        if (lexeme.Kind == LexemeKind.Word && ReferenceWords.At(_lexemes, _at - 1) is var (term, words))
            return ReadReference(term, words);
        var query = Leaf.Of(lexeme, _notes);
        if (lexeme.Kind == LexemeKind.Word && query is not null && Leaf.IsStopWords(query))
            _unasked.Add(query);
        return query;
    }

    /// <summary>The first of the words has been taken already.</summary>
    private Query ReadReference(TermQuery term, int words)
    {
        // A sign that is no word, such as that of the euro, is understood here.
        var leaves = _lexemes.GetRange(_at - 1, words).Select(lexeme => Leaf.Of(lexeme, [])).OfType<Query>().ToList();
        _at += words - 1;
        var telling = leaves.Where(leaf => !Leaf.IsStopWords(leaf)).ToList();
        return ReferenceWords.Of(term, Tree.And(telling));
    }

    private Query? ReadField(string name, int depth)
    {
        switch (Next)
        {
            case LexemeKind.Open when _at + 1 == _lexemes.Count || _lexemes[_at + 1].Kind != LexemeKind.Close:
                _at++;
                var outer = _field;
                _field = name;
                var query = ReadBrackets(depth);
                _field = outer;
                return query;
            case LexemeKind.Word or LexemeKind.Prefix or LexemeKind.Phrase:
                return QueryField.Of(name, TakeValue(name), _notes);
            case LexemeKind.Not:
                _at++;
                return ReadField(name, depth) is { } part ? Tree.Not(part) : null;
            default:
                _notes.Add($"Achter ‘{name}:’ hoort een woord, of woorden tussen aanhalingstekens. We hebben het weggelaten.");
                return null;
        }
    }

    /// <summary>A day may be of several words.</summary>
    private Lexeme TakeValue(string name)
    {
        for (var count = QueryField.IsOfDays(name) ? Math.Min(MostWordsOfADay, _lexemes.Count - _at) : 1; count > 1; count--)
        {
            var words = _lexemes.GetRange(_at, count);
            var day = string.Join(' ', words.Select(word => word.Text));
            if (!words.TrueForAll(word => word.Kind == LexemeKind.Word) || DutchDate.Read(day) is null)
                continue;
            _at += count;
            return new Lexeme(LexemeKind.Word, day);
        }
        return _lexemes[_at++];
    }

    /// <summary>Of several words behind one field those that are too common are not asked for.</summary>
    private Query? InField(Query? query)
    {
        if (query is TitleQuery { Part: TermQuery { IsStopWord: true } })
            _unasked.Add(query);
        return query;
    }

    private Query? ReadBrackets(int depth)
    {
        if (depth == MaxDepth)
        {
            _ignoredBrackets++;
            _notes.Add("Er staan te veel haakjes in elkaar. De binnenste hebben we weggelaten.");
            return null;
        }
        var query = ReadOr(depth + 1);
        if (Next == LexemeKind.Close)
            _at++;
        else
            _notes.Add("Er ontbreekt een haakje. We hebben het aan het eind gezet.");
        return query;
    }

    private void Lonely(string name) => _notes.Add($"‘{name}’ staat los en telt niet mee.");
}
