using Kiosk.Search.References;

namespace Kiosk.Search.Queries;

/// <summary>Reads references in words that were typed side by side, so that <c>art 4a wgs</c> asks for what a text calls by its full name.</summary>
internal static class ReferenceWords
{
    /// <summary>What the same words count without standing together as a reference.</summary>
    private const double Loose = 0.3;

    /// <summary>The most words of one reference.</summary>
    private const int MostWords = 24;

    /// <summary>The reference that begins with the first word as a term, and how many words it takes; null if none does.</summary>
    public static (TermQuery Term, int Words)? At(IReadOnlyList<Lexeme> lexemes, int from)
    {
        var words = lexemes.Skip(from).TakeWhile(lexeme => lexeme.Kind == LexemeKind.Word).Take(MostWords).Select(lexeme => lexeme.Text).ToList();
        if (!words.Exists(word => word.AsSpan().ContainsAnyInRange('0', '9')))
            return null;
        var text = string.Join(' ', words);
        var found = ReferenceReader.Read(text).Find(reference => reference.Start < words[0].Length);
        return found is null ? null : (ToTerm(found, text), text.AsSpan(0, found.Start + found.Length).Count(' ') + 1);
    }

    private static TermQuery ToTerm(Reference found, string text)
    {
        var term = new TermQuery(found.Keys[0], found.Keys[0]);
        return found.Keys.Count > 1 && LawArticle.In(text.Substring(found.Start, found.Length), 1) is [var article] ? term with { Broader = new BroaderTerm(found.Keys[1], article.Label) } : term;
    }

    /// <summary>The reference, or its words at less.</summary>
    public static Query Of(TermQuery term, Query words) => Tree.Or([term, new WeightedQuery(words, Loose)]);
}
