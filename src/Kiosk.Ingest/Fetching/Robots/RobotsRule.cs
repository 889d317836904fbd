namespace Kiosk.Ingest.Fetching.Robots;

/// <summary>An Allow or a Disallow, cut at its wildcards.</summary>
internal sealed class RobotsRule
{
    private readonly string[] _asWritten;
    private readonly string[] _normal;
    private readonly bool _isWhole;

    private RobotsRule(string pattern, bool isAllow)
    {
        IsAllow = isAllow;
        _isWhole = pattern.EndsWith('$');
        var pieces = (_isWhole ? pattern[..^1] : pattern).Split('*');
        var query = Array.FindIndex(pieces, static piece => piece.Contains('?', StringComparison.Ordinal));
        _asWritten = [.. pieces.Select((piece, i) => RobotsSpelling.OfRule(piece, isInQuery: query >= 0 && i > query))];
        _normal = [.. pieces.Select((piece, i) => RobotsSpelling.NormalOfRule(piece, isInQuery: query >= 0 && i > query))];
        Length = _asWritten.Sum(static piece => piece.Length) + pieces.Length - 1 + (_isWhole ? 1 : 0);
    }

    public bool IsAllow { get; }

    /// <summary>The octets of the pattern: the longer, the more specific.</summary>
    public int Length { get; }

    /// <summary>Null for a value that is no pattern: an empty one forbids and allows nothing.</summary>
    public static RobotsRule? Of(string value, bool isAllow) => value is ['/' or '*', ..] ? new RobotsRule(value, isAllow) : null;

    /// <summary>A way in must be spelled as the address is; a way that is closed is closed however it is spelled.</summary>
    public bool Matches(RobotsAddress address) =>
        Matches(_asWritten, address.AsWritten) || (!IsAllow && Matches(_normal, address.Normal));

    /// <summary>Each piece at the first place where it fits: when that does not lead to a match, nothing does.</summary>
    private bool Matches(string[] pieces, ReadOnlySpan<char> path)
    {
        if (!path.StartsWith(pieces[0]))
            return false;
        path = path[pieces[0].Length..];
        if (pieces.Length == 1)
            return !_isWhole || path.Length == 0;
        foreach (var piece in pieces.AsSpan(1..^1))
        {
            var at = path.IndexOf(piece);
            if (at < 0)
                return false;
            path = path[(at + piece.Length)..];
        }

        return _isWhole ? path.EndsWith(pieces[^1]) : path.IndexOf(pieces[^1]) >= 0;
    }
}
