using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace Kiosk.Web.Http;

/// <summary>The files for browsers, which travel inside the assembly. A page asks for them by <see cref="Url"/>, which changes with their content.</summary>
public static class Assets
{
    private const string Forever = "public, max-age=31536000, immutable";
    private const string AnHour = "public, max-age=3600";

    private static readonly EmbeddedFileProvider Files = new(typeof(Assets).Assembly, "Kiosk.Web.wwwroot");

    private static readonly FrozenDictionary<string, string> Versions =
        Files.GetDirectoryContents("").ToFrozenDictionary(file => file.Name, Version);

    /// <summary>The address of a file, for instance <c>/kiosk.css?v=0a1b2c3d</c>.</summary>
    public static string Url(string file) => $"/{file}?v={Versions[file]}";

    public static IApplicationBuilder UseAssets(this IApplicationBuilder app) => app.UseStaticFiles(new StaticFileOptions
    {
        FileProvider = Files,
        OnPrepareResponse = static file =>
            file.Context.Response.Headers.CacheControl = IsCurrent(file) ? Forever : AnHour,
    });

    /// <summary>Only the version at hand may be kept for ever: a node that still runs an older version must not fix its file under the new address.</summary>
    private static bool IsCurrent(Microsoft.AspNetCore.StaticFiles.StaticFileResponseContext file) =>
        Versions.TryGetValue(file.File.Name, out var version) && file.Context.Request.Query["v"] == version;

    private static string Version(IFileInfo file)
    {
        using var content = file.CreateReadStream();
        return Convert.ToHexStringLower(SHA256.HashData(content))[..8];
    }
}
