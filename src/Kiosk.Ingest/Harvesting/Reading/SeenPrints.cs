using System.Runtime.InteropServices;
using Kiosk.Ingest.Formats.Answers;

namespace Kiosk.Ingest.Harvesting.Reading;

/// <summary>Remembers many texts in four bytes each, the newest 50,000. Two texts may share a print, once in some 100,000 at worst; then one is
/// taken for known.</summary>
internal sealed class SeenPrints
{
    private const int Most = 50_000;

    private readonly List<uint> _order = [];
    private readonly HashSet<uint> _prints = [];

    public bool Contains(string text) => _prints.Contains(Fingerprint.Of(text));

    /// <returns>False if it was there.</returns>
    public bool Add(string text)
    {
        var print = Fingerprint.Of(text);
        if (!_prints.Add(print))
            return false;
        _order.Add(print);
        return true;
    }

    /// <summary>What <see cref="ToString"/> gave; null, and text that is none of its, give an empty memory.</summary>
    public static SeenPrints Parse(string? text)
    {
        var seen = new SeenPrints();
        var bytes = new byte[((text?.Length ?? 0) * 3 / 4) + 4];
        if (text is not null && Convert.TryFromBase64String(text, bytes, out var length))
            foreach (var print in MemoryMarshal.Cast<byte, uint>(bytes.AsSpan(0, length / sizeof(uint) * sizeof(uint))))
                if (seen._prints.Add(print))
                    seen._order.Add(print);
        return seen;
    }

    public override string ToString() => Convert.ToBase64String(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_order)[Math.Max(0, _order.Count - Most)..]));
}
