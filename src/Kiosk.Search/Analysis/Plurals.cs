using Kiosk.Search.Compounds;

namespace Kiosk.Search.Analysis;

/// <summary>
/// The singular of a plural noun, which comes before the stemmer: that takes <c>-en</c> and <c>-s</c> away by rule, and so parts <c>boetes</c> from boete,
/// <c>leden</c> from lid, <c>tarieven</c> from tarief and <c>organisaties</c> from organisatie. From the list of words of which compounds are made; of a
/// compound the last part is looked up.
/// </summary>
internal static class Plurals
{
    private const int ShortestPlural = 5;
    private const int ShortestSingular = 4;

    /// <summary>Behind these endings the -s is that of a plural, also in a word that no list has.</summary>
    private static readonly string[] SureEndings = ["ties", "jes", "ages", "ures", "eaus"];

    /// <summary>The singular of a folded word; the word itself if it is none, or not known as one.</summary>
    public static string SingularOf(string form)
    {
        if (form.Length < ShortestPlural || form[^1] is not ('n' or 's'))
            return form;
        if (Listed(form) is { } singular)
            return singular;
        if (CompoundWords.Dutch.Parts.TryGetValue(form, out var known) && (form[^1] == 's' || known.Lemma is not null))
            return form;
        if (Cuts(form) is [.., var cut])
            return Listed(form[cut..]) is { } last ? form[..cut] + last : form;
        return SureEndings.Any(ending => form.EndsWith(ending, StringComparison.Ordinal)) ? form[..^1] : form;
    }

    /// <summary>A compound that is a notion of its own, such as raadsleden, has a last part for all that.</summary>
    private static int[] Cuts(string form) =>
        CompoundWords.Dutch.Wholes.Contains(form) ? Segmentation.Of(form, CompoundWords.Dutch)?.Cuts ?? [] : Decompounder.Dutch.CutsOf(form);

    private static string? Listed(string form)
    {
        if (form.EndsWith("jes", StringComparison.Ordinal))
            return form[..^1];
        if (form.EndsWith("ieen", StringComparison.Ordinal))
            return form[..^2];
        return CompoundWords.Dutch.Parts.TryGetValue(form, out var word) && word.Lemma is { } lemma && IsSingular(lemma, form) ? lemma : null;
    }

    /// <summary>The list also names what a word is derived from, and forms that only link: <c>goed</c> for goedheden, <c>arbeid</c> for arbeids.</summary>
    private static bool IsSingular(string lemma, string form) => form switch
    {
        _ when form.EndsWith("heden", StringComparison.Ordinal) => lemma.EndsWith("heid", StringComparison.Ordinal),
        [.., 's'] => lemma.Length >= ShortestSingular && form.Length == lemma.Length + 1 && (IsVowel(lemma[^1]) || lemma.EndsWith("en", StringComparison.Ordinal)),
        _ => true,
    };

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
