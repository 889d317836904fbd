using System.Security.Cryptography;
using System.Text;

namespace Kiosk.Ingest.Identity;

/// <summary>A name for a text by its words alone, however they are set, so that the same text is known again at another address and at another source.</summary>
internal static class WordsHash
{
    /// <summary>Shorter texts are stubs: "Lees het hele bericht op onze site" stands under many articles.</summary>
    public const int LeastWords = 60;

    /// <summary>
    /// A hash of the words of the text and the figures of its title; null if the text is too short to be known by. The figures keep the issues of a series apart
    /// that all carry the same text; other words of a title do not count, because every source makes its own.
    /// </summary>
    public static string? Of(string title, string text)
    {
        var words = new StringBuilder(text.Length);
        if (Append(words, text, onlyFigures: false) < LeastWords)
            return null;
        words.Append('|');
        Append(words, title, onlyFigures: true);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words.ToString())));
    }

    private static int Append(StringBuilder words, string text, bool onlyFigures)
    {
        var (count, inside) = (0, false);
        foreach (var character in text)
        {
            var belongs = onlyFigures ? char.IsAsciiDigit(character) : char.IsLetterOrDigit(character);
            if (belongs && !inside)
                words.Append(' ');
            if (belongs)
                words.Append(char.ToLowerInvariant(character));
            count += belongs && !inside ? 1 : 0;
            inside = belongs;
        }

        return count;
    }
}
