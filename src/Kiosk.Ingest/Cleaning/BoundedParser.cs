using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Kiosk.Ingest.Cleaning;

/// <summary>
/// AngleSharp with a bound on depth, elements and attributes: its tree construction takes quadratic time on deep nesting, and misnested
/// formatting can make it create far more elements than there are tags.
/// </summary>
internal static class BoundedParser
{
    // Browsers stop nesting at 512. Pages that people write stay far below.
    public const int MaxDepth = 400;

    public const int MaxElements = 200_000;

    // An element of SVG or MathML takes time with the square of its attributes.
    private const int MaxAttributes = 200;

    // Bases and frames each take time with the number of those before them, as checked buttons do.
    private const int MaxCostly = 1_000;

    /// <summary>The parsed body; null if the markup exceeds the bounds.</summary>
    public static INode? TryParse(string html) => TryParseDocument("<body>" + html)?.Body;

    /// <summary>The parsed page with its head; null if the markup exceeds the bounds.</summary>
    public static IHtmlDocument? TryParseDocument(string html)
    {
        try
        {
            var parser = new HtmlParser(new HtmlParserOptions
            {
                OnCreated = new Bounds().Check,
                DisableElementPositionTracking = true,
                SkipComments = true,
                ShouldEmitAttribute = static (ref token, name) => token.Attributes.Count < MaxAttributes && !name.Span.Equals("checked", StringComparison.OrdinalIgnoreCase),
            });
            return parser.ParseDocument(html);
        }
        catch (OutOfBoundsException)
        {
            return null;
        }
    }

    private sealed class Bounds
    {
        private int _created;
        private int _costly;
        private IElement? _previous;

        public void Check(IElement element, AngleSharp.Text.TextPosition position)
        {
            if (++_created > MaxElements || Depth(_previous) > MaxDepth || (element is IHtmlBaseElement or IHtmlInlineFrameElement && ++_costly > MaxCostly))
                throw new OutOfBoundsException();

            // An element is attached only after this call, so each is measured when the next one comes.
            _previous = element;
        }

        private static int Depth(INode? node)
        {
            var depth = 0;
            for (; node is not null && depth <= MaxDepth; node = node.Parent)
                depth++;
            return depth;
        }
    }

    private sealed class OutOfBoundsException : Exception;
}
