namespace Kiosk.Ingest.Formats.Markup;

/// <summary>Builds the tree that both readers of XML report to, resolves namespaces and keeps the limits.</summary>
internal sealed class TreeBuilder(Uri? address)
{
    private const int DepthOfLayout = 3;

    private readonly Stack<(FeedElement Element, Scope Scope)> _open = new();
    private Scope _scope = Scope.Outermost;
    private string? _defaultNamespace;
    private int _elements;
    private int _items;
    private int _skipped;

    public FeedElement? Root { get; private set; }

    /// <summary>True once a limit is reached: reading on is of no use.</summary>
    public bool IsFull => _items >= MarkupLimits.Items || _elements >= MarkupLimits.Elements;

    /// <summary>True if the outermost element was closed.</summary>
    public bool IsComplete => Root is not null && _open.Count == 0;

    public bool HasTooDeep { get; private set; }

    public int Depth => _open.Count;

    public FeedElement? Current => _open.TryPeek(out var top) ? top.Element : null;

    /// <summary>Names of the open elements, innermost first, as they were written (lower case, with prefix).</summary>
    public Stack<string> OpenNames { get; } = new();

    public void Open(string name, IReadOnlyList<FeedAttribute> attributes)
    {
        if (_skipped > 0 || _open.Count >= MarkupLimits.Depth)
        {
            HasTooDeep = true;
            _skipped++;
            return;
        }
        var outer = _scope;
        _scope = _scope.Within(attributes);
        var element = Element(name, attributes);
        if (_open.TryPeek(out var parent))
            parent.Element.Add(new FeedNode(element, null));
        else
            Root ??= element;
        _open.Push((element, outer));
        OpenNames.Push(name);
        _elements++;
    }

    public void Text(string text)
    {
        if (_skipped > 0 || Current is not { } element)
            return;
        if (_open.Count > DepthOfLayout || !string.IsNullOrWhiteSpace(text))
            element.Add(new FeedNode(null, text));
    }

    public void Close()
    {
        if (_skipped > 0)
        {
            _skipped--;
            return;
        }
        if (!_open.TryPop(out var closed))
            return;
        OpenNames.Pop();
        _scope = closed.Scope;
        if (_open.Count <= DepthOfLayout && closed.Element.Name is "item" or "entry")
            _items++;
    }

    private FeedElement Element(string name, IReadOnlyList<FeedAttribute> attributes)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var (prefix, local) = colon < 0 ? ("", name) : (name[..colon], name[(colon + 1)..]);
        var uri = _scope.Namespace(prefix);
        if (Root is null)
            _defaultNamespace = _scope.Namespace("");
        // The root's default namespace is the feed's own vocabulary, whatever it says: RSS that claims to be Atom exists.
        var module = prefix.Length == 0 && uri == _defaultNamespace ? "" : Modules.Of(uri, prefix);
        return new FeedElement(module, local, attributes)
        {
            Base = BaseOf(attributes),
            Language = Value(attributes, "xml:lang") ?? Current?.Language,
        };
    }

    private Uri? BaseOf(IReadOnlyList<FeedAttribute> attributes)
    {
        var outer = Current?.Base;
        return Value(attributes, "xml:base") is { } text && Uri.TryCreate(outer ?? address, text, out var found) && found.Scheme is "http" or "https" ? found : outer;
    }

    private static string? Value(IReadOnlyList<FeedAttribute> attributes, string name)
    {
        foreach (var attribute in attributes)
            if (attribute.Name == name)
                return string.IsNullOrWhiteSpace(attribute.Value) ? null : attribute.Value.Trim();
        return null;
    }
}
