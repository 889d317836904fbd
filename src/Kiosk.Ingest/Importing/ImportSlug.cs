using System.Globalization;
using System.Text;
using Kiosk.Ingest.Cleaning;

namespace Kiosk.Ingest.Importing;

/// <summary>Makes an id for URLs out of a name.</summary>
internal static class ImportSlug
{
    private const int Longest = 60;

    /// <summary>Lower-case letters and digits without diacritics, words apart by hyphens; <c>import</c> for a name without any.</summary>
    public static string Of(string? name)
    {
        var slug = new StringBuilder();
        foreach (var character in Characters.Repair(name).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(character))
                slug.Append(char.ToLowerInvariant(character));
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && slug is [.., not '-'])
                slug.Append('-');
        }

        var text = slug.ToString(0, Math.Min(slug.Length, Longest)).Trim('-');
        return text.Length == 0 ? "import" : text;
    }
}
