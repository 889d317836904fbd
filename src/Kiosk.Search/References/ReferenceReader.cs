namespace Kiosk.Search.References;

/// <summary>
/// Finds articles of law, rulings (ECLI), laws (BWBR), parliamentary papers, amounts and percentages in a text, however they are written,
/// so that <c>art 4a wgs</c> finds <c>artikel 4a van de Wet gemeentelijke schuldhulpverlening</c>.
/// </summary>
public static class ReferenceReader
{
    /// <summary>More in one text are left out: no text for people has them.</summary>
    private const int Most = 2_000;

    /// <summary>The references in the order in which they start.</summary>
    public static List<Reference> Read(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
            return [];
        return [.. ArticleReferences.Read(text).Concat(DocumentReferences.Read(text)).Concat(AmountReferences.Read(text)).Take(Most).OrderBy(reference => reference.Start)];
    }
}
