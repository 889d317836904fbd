using System.Globalization;
using System.Reflection;

namespace Kiosk.Data.Storage;

/// <summary>One numbered step of the schema: a SQL file <c>Migrations/&lt;provider&gt;/0001_name.sql</c>, the same numbers for each provider.</summary>
internal sealed record Migration(int Version, string Name, string Sql)
{
    /// <summary>All steps for a provider (<c>sqlite</c> or <c>postgresql</c>), in order.</summary>
    public static IReadOnlyList<Migration> For(string provider)
    {
        var assembly = typeof(Migration).Assembly;
        var prefix = $"Kiosk.Data.Migrations.{provider}.";
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => Read(assembly, name, name[prefix.Length..]))
            .OrderBy(migration => migration.Version)];
    }

    private static Migration Read(Assembly assembly, string resource, string file)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var underscore = file.IndexOf('_', StringComparison.Ordinal);
        return new Migration(int.Parse(file[..underscore], CultureInfo.InvariantCulture), Path.GetFileNameWithoutExtension(file)[(underscore + 1)..], reader.ReadToEnd());
    }
}
