using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiosk.Architecture.Tests;

/// <summary>
/// A ratchet on the sizes of product code. The numbers may be lowered when the code allows, and are raised only for a reason that a
/// reviewer accepts.
/// </summary>
public sealed class SizeTests
{
    private const int LongestFile = 250;
    private const int MedianFile = 60;
    private const int LongestFunction = 60;
    private const int P95Function = 22;

    private static readonly List<string> Sources =
        [.. Repository.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))];

    [Fact]
    public void No_file_is_longer_than_a_reader_can_hold() =>
        Assert.Empty(Sources.Where(file => Lines(file) > LongestFile).Select(file => $"{file}: {Lines(file)} lines"));

    [Fact]
    public void The_median_file_is_small() => Assert.InRange(Percentile([.. Sources.Select(Lines)], 50), 1, MedianFile);

    [Fact]
    public void No_function_is_long() =>
        Assert.Empty(Functions().Where(function => function.Lines > LongestFunction).Select(function => $"{function.Name}: {function.Lines} lines"));

    [Fact]
    public void Nearly_all_functions_are_short() => Assert.InRange(Percentile([.. Functions().Select(function => function.Lines)], 95), 1, P95Function);

    private static int Lines(string file) => Repository.Read(file).Count(character => character == '\n');

    private static int Percentile(List<int> numbers, int percent)
    {
        numbers.Sort();
        return numbers[Math.Min(numbers.Count - 1, numbers.Count * percent / 100)];
    }

    private static IEnumerable<(string Name, int Lines)> Functions() =>
        from file in Sources
        let root = CSharpSyntaxTree.ParseText(Repository.Read(file), CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview)).GetRoot()
        from node in root.DescendantNodes()
        where node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax
        let span = node.GetLocation().GetLineSpan()
        select ($"{file}:{span.StartLinePosition.Line + 1}", span.EndLinePosition.Line - span.StartLinePosition.Line + 1);
}
