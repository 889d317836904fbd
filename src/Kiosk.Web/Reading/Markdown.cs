using System.Text.RegularExpressions;

namespace Kiosk.Web.Reading;

/// <summary>Plain text in Markdown (CommonMark 0.31): nothing of it becomes markup, links, headings or HTML.</summary>
public static partial class Markdown
{
    /// <summary>On one line.</summary>
    public static string Line(string text) => Escaped(string.Join(' ', text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>Line breaks are kept, as paragraphs.</summary>
    public static string Text(string text) => string.Join("\n\n", Lines(text));

    public static string Quote(string text) => string.Join("\n>\n", Lines(text).Select(line => "> " + line));

    /// <summary>An address between brackets, whatever is in it.</summary>
    public static string Address(string url) => $"<{url.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)}>";

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(Line).Where(line => line.Length > 0);

    private static string Escaped(string text) => Opening().Replace(Marks().Replace(text, @"\$0"), @"${number}\${mark}");

    [GeneratedRegex(@"[\\`*_\[\]<>&|~]", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Marks();

    /// <summary>What would begin a heading, a list or a rule at the begin of a line.</summary>
    [GeneratedRegex(@"^(?<number>\d{0,9})(?<mark>[#+=.)-])", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Opening();
}
