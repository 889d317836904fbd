using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Markup;

/// <summary>The general entities that a document's own DTD declares. Those that point outside are not read.</summary>
internal sealed partial class DeclaredEntities
{
    private const int DeepestNesting = 8;
    private const int MostDeclarations = 1_000;
    private const int LongestDtd = 100_000;

    private readonly Dictionary<string, string> _values = new();
    private int _expanded;
    private int _depth;

    /// <summary>True once they expanded to more than is reasonable: an attack, not a feed.</summary>
    public bool IsExhausted { get; private set; }

    public static DeclaredEntities In(string dtd)
    {
        var entities = new DeclaredEntities();
        foreach (Match match in Declaration().Matches(dtd.Length > LongestDtd ? dtd[..LongestDtd] : dtd).Take(MostDeclarations))
            entities._values.TryAdd(match.Groups["name"].Value, match.Groups["value"].Value);
        return entities;
    }

    /// <summary>What an entity stands for, expanded; null if it is not declared here.</summary>
    public string? Expand(string name)
    {
        if (IsExhausted || !_values.TryGetValue(name, out var value))
            return null;
        if (_depth >= DeepestNesting || _expanded > MarkupLimits.ExpandedCharacters)
        {
            IsExhausted = true;
            return null;
        }
        _depth++;
        var text = CharacterReferences.Decode(value, Expand);
        _depth--;
        _expanded += text.Length + 1;
        return text;
    }

    [GeneratedRegex(@"<!ENTITY\s+(?<name>[\w.\-]{1,64})\s+(?:""(?<value>[^""]{0,20000})""|'(?<value>[^']{0,20000})')", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Declaration();
}
