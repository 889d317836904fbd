using System.Globalization;
using System.Text;

namespace Kiosk.Web.Reading;

/// <summary>A title as the readable tail of an address.</summary>
public static class Slug
{
    private const int MaxLength = 80;

    /// <summary>
    /// Lower case, without accents, words apart by hyphens, cut after a word at 80 characters at most.
    /// Empty if the title holds no letter or digit of the Latin alphabet.
    /// </summary>
    public static string Of(string title)
    {
        var slug = new StringBuilder(MaxLength);
        foreach (var letter in title.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(char.ToLowerInvariant(letter));
            else if (!IsInsideWord(letter) && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return Cut(slug.ToString().Trim('-'));
    }

    /// <summary>Accents belong to the letter before; apostrophes do not part a word.</summary>
    private static bool IsInsideWord(char letter) =>
        CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark || letter is '\'' or '’';

    private static string Cut(string slug)
    {
        if (slug.Length <= MaxLength)
            return slug;
        var end = slug.LastIndexOf('-', MaxLength);
        return end > 0 ? slug[..end] : slug[..MaxLength];
    }
}
