using AngleSharp.Dom;

namespace Kiosk.Ingest.Extraction.Body;

/// <summary>The text of an article as its JSON-LD states it. It is often cut off or without its paragraphs, so it is not taken for the text
/// itself, but it tells where on the page to look.</summary>
internal sealed class StatedText
{
    private const int Shortest = 400;
    private const int ProbeLength = 40;
    private const int Probes = 7;
    private const int EnoughProbes = 5;

    private readonly List<string> _probes = [];

    private StatedText(string text)
    {
        var letters = Letters(text);
        var step = (letters.Length - ProbeLength) / (Probes - 1);
        for (var i = 0; i < Probes && step > 0; i++)
            _probes.Add(letters.Substring(i * step, ProbeLength));
    }

    /// <summary>Null if the page states no text, or only a line of it.</summary>
    public static StatedText? Of(string? articleBody) => articleBody is { Length: >= Shortest } ? new StatedText(articleBody) : null;

    /// <summary>The smallest element that holds the stated text; null if no element does.</summary>
    public IElement? Within(IElement root, IReadOnlySet<IElement> left)
    {
        if (!IsIn(root))
            return null;
        var node = root;
        while (node.Children.FirstOrDefault(child => !left.Contains(child) && !TextMeasures.IsSilent(child) && IsIn(child)) is { } inner)
            node = inner;
        return node;
    }

    private bool IsIn(IElement element)
    {
        if (element.TextContent is not { Length: > Shortest / 2 } content)
            return false;
        var letters = Letters(content);
        return _probes.Count(probe => letters.Contains(probe, StringComparison.Ordinal)) >= EnoughProbes;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
