using System.Xml.Linq;

namespace Kiosk.Architecture.Tests;

/// <summary>References run one way: Search and Data know nothing of ours, Ingest knows both, Web knows all.</summary>
public sealed class ReferenceTests
{
    [Theory]
    [InlineData("Kiosk.Search", "")]
    [InlineData("Kiosk.Data", "")]
    [InlineData("Kiosk.Ingest", "Kiosk.Data Kiosk.Search")]
    [InlineData("Kiosk.Web", "Kiosk.Data Kiosk.Ingest Kiosk.Search")]
    public void A_project_references_no_more_than_it_may(string project, string allowed)
    {
        var references = XDocument.Parse(Repository.Read($"src/{project}/{project}.csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
            .Order(StringComparer.Ordinal);
        Assert.Equal(allowed, string.Join(' ', references));
    }

    [Theory]
    [InlineData("Kiosk.Search")]
    [InlineData("Kiosk.Data")]
    [InlineData("Kiosk.Ingest")]
    [InlineData("Kiosk.Web")]
    public void Every_project_has_a_test_project(string project) =>
        Assert.Contains($"tests/{project}.Tests/{project}.Tests.csproj", Repository.Files);

    [Fact]
    public void No_version_stands_in_a_project_file() =>
        Assert.Empty(Repository.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(file => XDocument.Parse(Repository.Read(file)).Descendants("PackageReference").Any(reference => reference.Attribute("Version") is not null)));

    [Fact]
    public void Formats_and_cleaning_do_no_input_or_output() =>
        Assert.Empty(Repository.Files
            .Where(file => file.StartsWith("src/Kiosk.Ingest/Formats/", StringComparison.Ordinal) || file.StartsWith("src/Kiosk.Ingest/Cleaning/", StringComparison.Ordinal))
            .Where(file => new[] { "HttpClient", "System.Net.Http", "File.Read", "FileStream", "Kiosk.Data" }.Any(word => Repository.Read(file).Contains(word, StringComparison.Ordinal))));
}
