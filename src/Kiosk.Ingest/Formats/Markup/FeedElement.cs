using System.Text;

namespace Kiosk.Ingest.Formats.Markup;

/// <summary>An element of a feed. Names are in lower case, namespaces are reduced to a short <see cref="Module"/>.</summary>
internal sealed class FeedElement(string module, string name, IReadOnlyList<FeedAttribute> attributes)
{
    private List<FeedNode>? _nodes;

    /// <summary>"" for the feed's own vocabulary, else dc, media and so on (see <see cref="Modules"/>).</summary>
    public string Module => module;

    public string Name => name;

    /// <summary>xml:base as it applies here; null if nobody set one.</summary>
    public Uri? Base { get; init; }

    /// <summary>xml:lang as it applies here.</summary>
    public string? Language { get; init; }

    public IReadOnlyList<FeedNode> Nodes => _nodes ?? [];

    public IEnumerable<FeedElement> Elements => Nodes.Where(node => node.Element is not null).Select(node => node.Element!);

    public bool HasElements => _nodes?.Exists(node => node.Element is not null) ?? false;

    /// <summary>All text in here, trimmed; null if that is nothing.</summary>
    public string? Text
    {
        get
        {
            var text = _nodes is [{ Text: { } only }] ? only : AllText();
            return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        }
    }

    /// <summary>Text as it stands, or the elements in here as HTML; null if that is nothing.</summary>
    public string? Markup => HasElements ? MarkupWriter.Inner(this) : Text;

    public bool Is(string ofModule, string named) => module == ofModule && name == named;

    /// <summary>The value of an attribute (name in lower case, with its prefix), trimmed; null if absent or blank.</summary>
    public string? Attribute(string named)
    {
        foreach (var attribute in attributes)
            if (attribute.Name == named)
                return string.IsNullOrWhiteSpace(attribute.Value) ? null : attribute.Value.Trim();
        return null;
    }

    /// <summary>rdf:about, whatever its prefix: what RSS 1.0 calls an item by.</summary>
    public string? About => attributes.FirstOrDefault(attribute => attribute.Name.EndsWith(":about", StringComparison.Ordinal)).Value?.Trim() is { Length: > 0 } name
        ? name
        : null;

    public IReadOnlyList<FeedAttribute> Attributes => attributes;

    public IEnumerable<FeedElement> All(string ofModule, string named) => Elements.Where(element => element.Is(ofModule, named));

    /// <summary>The first such child; null if there is none.</summary>
    public FeedElement? First(string ofModule, string named)
    {
        foreach (var node in Nodes)
            if (node.Element is { } element && element.Is(ofModule, named))
                return element;
        return null;
    }

    internal void Add(FeedNode node) => (_nodes ??= []).Add(node);

    private string AllText()
    {
        var text = new StringBuilder();
        MarkupWriter.AppendText(this, text);
        return text.ToString();
    }
}

/// <summary>A piece of text or an element; one of the two is set.</summary>
internal readonly record struct FeedNode(FeedElement? Element, string? Text);

/// <summary>An attribute, its name with prefix and in lower case.</summary>
internal readonly record struct FeedAttribute(string Name, string Value);
