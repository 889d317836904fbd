using System.Collections.Frozen;
using System.Text;

namespace Kiosk.Search.References;

/// <summary>A municipality of the Netherlands.</summary>
/// <param name="Slug">Its one spelling, as kept and asked for: <c>s-hertogenbosch</c>.</param>
/// <param name="Name">For people.</param>
public sealed record Municipality(string Slug, string Name)
{
    private static readonly List<MunicipalityName> Names = ReadNames();
    private static readonly FrozenDictionary<string, Municipality> BySlug = Names.Select(name => name.Of).DistinctBy(one => one.Slug).ToFrozenDictionary(one => one.Slug);

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<Municipality> All { get; } = [.. BySlug.Values.OrderBy(one => one.Name.TrimStart('\'', 's', '-'), StringComparer.Ordinal)];

    /// <summary>Names by their first three letters, the longest first, so that <c>Bergen op Zoom</c> goes before <c>Bergen</c>.</summary>
    internal static ILookup<string, MunicipalityName> NamesByStart { get; } =
        Names.OrderByDescending(name => name.Text.Length).ToLookup(name => name.Text[..3], StringComparer.Ordinal);

    /// <summary>Null for a slug that no municipality has.</summary>
    public static Municipality? Find(string slug) => BySlug.GetValueOrDefault(slug);

    /// <summary>By any name that it has or had, in whatever letters; null if there is none such.</summary>
    public static Municipality? Called(string name)
    {
        var wanted = name.Trim().Replace('’', '\'');
        return Names.Find(one => string.Equals(one.Text, wanted, StringComparison.OrdinalIgnoreCase))?.Of;
    }

    private static List<MunicipalityName> ReadNames()
    {
        using var stream = typeof(Municipality).Assembly.GetManifestResourceStream(typeof(Municipality), "Municipalities.txt")
            ?? throw new InvalidOperationException("Municipalities.txt is not embedded in the program.");
        using var reader = new StreamReader(stream);
        var names = new List<MunicipalityName>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            var written = line.Split('|', StringSplitOptions.TrimEntries);
            var first = written[0].TrimEnd('?');
            var municipality = new Municipality(SlugOf(first), first);
            names.AddRange(written.Select(name => new MunicipalityName(name.TrimEnd('?'), municipality, name.EndsWith('?'))));
        }
        return names;
    }

    private static string SlugOf(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in Analysis.Folding.Fold(name))
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(char.ToLowerInvariant(letter));
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        return slug.ToString().TrimEnd('-');
    }
}

/// <summary>A name that a municipality has or had.</summary>
/// <param name="Of">The one that has it now.</param>
/// <param name="IsAmbiguous">Whether it is also an ordinary word, a surname or another place.</param>
internal sealed record MunicipalityName(string Text, Municipality Of, bool IsAmbiguous);
