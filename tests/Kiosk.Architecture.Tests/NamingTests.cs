using System.Text.RegularExpressions;

namespace Kiosk.Architecture.Tests;

public sealed partial class NamingTests
{
    [Fact]
    public void No_file_is_named_after_a_kind_of_class() =>
        Assert.Empty(Repository.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && EmptyName().IsMatch(file)));

    [Fact]
    public void Only_the_guarded_client_is_used_for_http() =>
        Assert.Empty(Repository.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
            .Where(file => Repository.Read(file).Contains("new HttpClient", StringComparison.Ordinal)));

    [GeneratedRegex(@"(Manager|Helper|Helpers|Service|Utils|Utilities|Common|Base)\.cs$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EmptyName();
}
