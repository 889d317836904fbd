using Kiosk.Search.Compounds;

namespace Kiosk.Search.Analysis;

/// <summary>What the analysis makes of one word, apart from where it stands.</summary>
/// <param name="Form">The word folded.</param>
/// <param name="Text">The word folded and stemmed.</param>
/// <param name="IsStopWord">Whether it is too common to ask for.</param>
internal sealed record Term(string Form, string Text, bool IsStopWord)
{
    private Term[]? _parts;

    /// <summary>The word in small letters, with its diacritics; empty if it is not all letters.</summary>
    public string Written { get; private init; } = "";

    /// <summary>The parts of a compound, each term once and other than the whole; made at first use.</summary>
    public Term[] Parts => _parts ??= [.. Decompounder.Dutch.PartsOf(Form).Select(part => Of(part)).DistinctBy(part => part.Text).Where(part => part.Text != Text)];

    /// <summary>Runs one word without hyphens through the chain.</summary>
    public static Term Of(ReadOnlySpan<char> word)
    {
        var form = Folding.Fold(word);
        if (StopWords.Contains(form))
            return new Term(form, form, true) { Written = Spelling.SpellingWords.Plain(word) };
        form = WithoutApostropheS(form);
        return new Term(form, LeftOut.Stems ? form : ProtectedWords.StemOf(form) ?? StemOf(form), false) { Written = Spelling.SpellingWords.Plain(word) };
    }

    /// <summary>What would become a word too common to ask for keeps its form: <c>overheid</c> is not over, and <c>kans</c> not kan.</summary>
    private static string StemOf(string form)
    {
        var singular = Plurals.SingularOf(form);
        var stem = StemEnd.Level(DutchStemmer.Stem(singular), singular);
        return StopWords.Contains(stem) ? singular : stem;
    }

    /// <summary><c>foto's</c> is the plural of foto, <c>Anna's</c> is of Anna.</summary>
    private static string WithoutApostropheS(string form) =>
        form.Length > 3 && form.EndsWith("'s", StringComparison.Ordinal) ? form[..^2] : form;
}
