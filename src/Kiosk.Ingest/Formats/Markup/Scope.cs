namespace Kiosk.Ingest.Formats.Markup;

/// <summary>The namespace declarations in force, innermost first.</summary>
internal sealed record Scope(Scope? Outer, string Prefix, string Uri, int Count)
{
    private const string Declaration = "xmlns";

    public static Scope Outermost { get; } = new(null, "", "", 0);

    public Scope Within(IReadOnlyList<FeedAttribute> attributes)
    {
        var inner = this;
        foreach (var (name, value) in attributes)
            if (name.StartsWith(Declaration, StringComparison.Ordinal) && inner.Count < MarkupLimits.Namespaces
                && (name.Length == Declaration.Length || name[Declaration.Length] == ':'))
                inner = new Scope(inner, name.Length == Declaration.Length ? "" : name[(Declaration.Length + 1)..], value, inner.Count + 1);
        return inner;
    }

    /// <summary>Null for a prefix that nobody declared.</summary>
    public string? Namespace(string prefix)
    {
        for (var at = this; at is not null; at = at.Outer)
            if (at.Prefix == prefix)
                return at.Uri;
        return null;
    }
}
