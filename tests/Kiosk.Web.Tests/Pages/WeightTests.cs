using System.IO.Compression;

namespace Kiosk.Web.Tests.Pages;

/// <summary>What a browser must fetch beside a page stays small.</summary>
public sealed class WeightTests
{
    [Theory]
    [InlineData(".js", 10_000)]
    [InlineData(".css", 20_000)]
    public void Script_and_style_stay_light_when_compressed(string ending, int most)
    {
        var program = typeof(Kiosk.Web.Http.Assets).Assembly;
        var files = program.GetManifestResourceNames().Where(name => name.Contains(".wwwroot.", StringComparison.Ordinal) && name.EndsWith(ending, StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(files);
        Assert.InRange(files.Sum(file => Compressed(program.GetManifestResourceStream(file)!)), 1, most);
    }

    private static long Compressed(Stream file)
    {
        using var target = new MemoryStream();
        using (file)
        using (var zip = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true))
            file.CopyTo(zip);
        return target.Length;
    }
}
