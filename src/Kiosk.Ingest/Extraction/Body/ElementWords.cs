using AngleSharp.Dom;

namespace Kiosk.Ingest.Extraction.Body;

/// <summary>The words in an element's class, id and the like: <c>entry-contentMain</c> gives entry, content and main.</summary>
internal static class ElementWords
{
    private const int MaxLength = 400;

    // An id of more words is made from a heading: it says what the text is about.
    private const int MostWordsOfId = 3;

    private static readonly string[] Attributes = ["class", "data-testid", "data-component", "data-type"];

    /// <summary>The words in lower case, a space before, between and after them; a bar parts one name from the next. Empty if there are none.</summary>
    public static string Of(IElement element)
    {
        // Of an element that the site made up, its own name tells as much as a class.
        var words = element.LocalName.Contains('-', StringComparison.Ordinal) ? Split(element.LocalName + " " + element.GetAttribute("name")) + "|" : "";
        foreach (var attribute in Attributes)
        {
            if (element.GetAttribute(attribute) is { Length: > 0 } value)
                words += Split(value) + "|";
        }

        if (element.GetAttribute("id") is { Length: > 0 } id && Split(id) is { } named && named.AsSpan().Count(' ') - 1 <= MostWordsOfId)
            words += named + "|";
        return words;
    }

    private static string Split(string value)
    {
        var length = Math.Min(value.Length, MaxLength);
        var words = new System.Text.StringBuilder(length + 8).Append(' ');
        for (var i = 0; i < length; i++)
        {
            var c = value[i];
            if (char.IsWhiteSpace(c))
                words.Append(" | ");
            else if (!char.IsLetterOrDigit(c))
                words.Append(' ');
            else if (char.IsUpper(c) && i > 0 && char.IsLower(value[i - 1]))
                words.Append(' ').Append(char.ToLowerInvariant(c));
            else
                words.Append(char.ToLowerInvariant(c));
        }

        return words.Append(' ').Replace("  ", " ").ToString();
    }
}
