using System.Reflection;

namespace Kiosk.Web.Demo;

/// <summary>The articles that come with the program, as embedded files <c>Demo/Articles/source/nn-slug.md</c>.</summary>
internal static class DemoArchive
{
    private const string Root = "Demo/Articles/";

    /// <summary>All articles, dated relative to <paramref name="now"/>.</summary>
    public static IReadOnlyList<DemoArticle> Read(DateTimeOffset now)
    {
        var program = typeof(DemoArchive).Assembly;
        return [.. program.GetManifestResourceNames()
            .Where(name => name.StartsWith(Root, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => ReadOne(program, name, now))];
    }

    private static DemoArticle ReadOne(Assembly program, string name, DateTimeOffset now)
    {
        var parts = name[Root.Length..].Split('/', '\\');
        using var reader = new StreamReader(program.GetManifestResourceStream(name)!);
        return DemoArticle.Parse(parts[0], Path.GetFileNameWithoutExtension(parts[1]), reader.ReadToEnd(), now);
    }
}
