using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Extraction.Body;

/// <summary>The columns of a page as its grid names them: "col-md-8", "lg:col-span-8", "large-4 columns", "span9", "two-thirds".</summary>
internal static partial class Columns
{
    /// <summary>Whether an element is a column of at most about half the width of another: what stands beside the text, not the text.</summary>
    public static bool IsNarrower(IElement element, IElement than) => Width(element) is { } width && Width(than) is { } other && 2 * width <= other + 1;

    /// <summary>In twelfths, on the widest screen that the class speaks of; null if it names no width.</summary>
    private static int? Width(IElement element)
    {
        if (element.ClassName is not { Length: > 0 and < 400 })
            return null;
        var words = ElementWords.Of(element);
        if (Fraction().Match(words) is { Success: true } fraction)
            return fraction.Groups["part"].Value switch { "one quarter" => 3, "one third" => 4, "one half" => 6, "two thirds" => 8, _ => 9 };
        var widest = Numbered().Matches(words).MaxBy(static match => "xs small sm medium md large lg xl xxl".IndexOf(match.Groups["screen"].Value, StringComparison.Ordinal));
        return widest is null ? null : int.Parse(widest.Groups["width"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@" (?<part>one (?:quarter|third|half)|two thirds|three quarters) ", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Fraction();

    [GeneratedRegex(@" (?:col|column)(?: (?<screen>xs|sm|md|lg|xl|xxl))?(?: span)? (?<width>1[0-2]|[1-9])(?= )| (?<screen>small|medium|large) (?<width>1[0-2]|[1-9])(?= )| (?:span|grid) ?(?<width>1[0-2]|[1-9])(?= )", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Numbered();
}
