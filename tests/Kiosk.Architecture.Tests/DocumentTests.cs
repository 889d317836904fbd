using System.Text.RegularExpressions;

namespace Kiosk.Architecture.Tests;

public sealed partial class DocumentTests
{
    public static TheoryData<string> Documents => new(Repository.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal) && !file.StartsWith("src/", StringComparison.Ordinal) && !file.Contains("/Fixtures/", StringComparison.Ordinal)));

    [Theory, MemberData(nameof(Documents))]
    public void Every_link_in_a_document_leads_somewhere(string document)
    {
        var directory = Path.GetDirectoryName(document) ?? "";
        foreach (Match link in RelativeLink().Matches(Repository.Read(document)))
        {
            var (path, anchor) = (link.Groups["path"].Value, link.Groups["anchor"].Value);
            var target = path.Length == 0 ? document : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, directory, path)));
            Assert.True(Path.Exists(Path.Combine(Repository.Root, target)), $"{document} links to {path}, which is not there.");
            if (anchor.Length > 0)
                Assert.True(Anchors(target).Contains(anchor), $"{document} links to #{anchor}, which {target} does not have.");
        }
    }

    [Theory]
    [InlineData("ARCHITECTURE.md")]
    [InlineData("README.md")]
    public void Every_path_in_backticks_exists(string document)
    {
        foreach (Match path in QuotedPath().Matches(Repository.Read(document)))
        {
            var named = path.Groups["path"].Value.TrimEnd('/');
            Assert.True(Path.Exists(Path.Combine(Repository.Root, named)), $"{document} speaks of `{named}`, which is not there.");
        }
    }

    private static HashSet<string> Anchors(string document) =>
        [.. Heading().Matches(Repository.Read(document)).Select(heading => AnchorOf(heading.Groups["text"].Value))];

    /// <summary>As forges make them: lower case, punctuation gone, spaces to hyphens.</summary>
    private static string AnchorOf(string heading) =>
        NotInAnchor().Replace(heading.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\((?!https?:|mailto:)(?<path>[^)#\s]*)(?:#(?<anchor>[^)\s]+))?\)", RegexOptions.None, 1000)]
    private static partial Regex RelativeLink();

    [GeneratedRegex(@"`(?<path>(?:src|tests|docs|benchmarks)/[\w./-]+)`", RegexOptions.None, 1000)]
    private static partial Regex QuotedPath();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.None, 1000)]
    private static partial Regex NotInAnchor();
}
