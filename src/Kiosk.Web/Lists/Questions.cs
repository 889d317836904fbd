using System.Text.RegularExpressions;

namespace Kiosk.Web.Lists;

/// <summary>The questions in a note: what a team can talk about.</summary>
public static partial class Questions
{
    /// <summary>Each sentence that ends in a question mark, in order.</summary>
    public static IReadOnlyList<string> In(string note) => [.. Sentence().Matches(note).Select(match => match.Value.Trim()).Where(sentence => sentence.EndsWith('?') && sentence.Length > 1)];

    /// <summary>The note without its questions; empty if it holds nothing else.</summary>
    public static string Remark(string note) => string.Join(' ', Sentence().Matches(note).Select(match => match.Value.Trim()).Where(sentence => !sentence.EndsWith('?')));

    /// <summary>Up to a mark that ends a sentence and is followed by a blank, or up to the end of the line.</summary>
    [GeneratedRegex(@"\S[^\n]*?(?:[.!?]+(?=\s|$)|$)", RegexOptions.Multiline | RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Sentence();
}
