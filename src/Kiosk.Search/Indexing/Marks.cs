using System.Globalization;
using System.Text;

namespace Kiosk.Search.Indexing;

/// <summary>Terms in the column <c>extra</c> that no word can be: each sort starts with a sign that analysis never leaves in a word.</summary>
internal static class Marks
{
    /// <summary>Stands in every article.</summary>
    public const string All = "=";

    /// <summary>A word as written.</summary>
    public static string Form(string form) => "~" + form;

    public static string Topic(string slug) => Tag("=t", slug);

    public static string Source(string slug) => Tag("=s", slug);

    public static string Kind(string kind) => Tag("=k", kind);

    public static IEnumerable<string> Of(IndexedArticle article) =>
        [All, Source(article.Source), Kind(article.Kind), .. article.Topics.Select(Topic)];

    private static string Tag(string mark, string name)
    {
        var tag = new StringBuilder(mark);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
                tag.Append(letter);
            else
                tag.Append('_').Append(((int)letter).ToString("x", CultureInfo.InvariantCulture)).Append('_');
        }
        return tag.ToString();
    }
}
