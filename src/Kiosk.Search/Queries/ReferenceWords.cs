using Kiosk.Search.References;

namespace Kiosk.Search.Queries;

/// <summary>Reads references in words that were typed side by side, so that <c>art 4a wgs</c> asks for what a text calls by its full name.</summary>
internal static class ReferenceWords
{
    /// <summary>What the same words count without standing together as a reference.</summary>
    private const double Loose = 0.3;

    /// <summary>The most words of one reference.</summary>
    private const int MostWords = 24;

    /// <summary>The key of the reference that begins with the first word, and how many words it takes; null if none does.</summary>
    public static (string Key, int Words)? At(IReadOnlyList<Lexeme> lexemes, int from)
    {
        var words = lexemes.Skip(from).TakeWhile(lexeme => lexeme.Kind == LexemeKind.Word).Take(MostWords).Select(lexeme => lexeme.Text).ToList();
        if (!words.Exists(word => word.AsSpan().ContainsAnyInRange('0', '9')))
            return null;
        var text = string.Join(' ', words);
        var found = ReferenceReader.Read(text).Find(reference => reference.Start < words[0].Length);
        return found is null ? null : (found.Keys[0], text.AsSpan(0, found.Start + found.Length).Count(' ') + 1);
    }

    /// <summary>The reference, or its words at less.</summary>
    public static Query Of(string key, Query words) => Tree.Or([new TermQuery(key, key), new WeightedQuery(words, Loose)]);
}
