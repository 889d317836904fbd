using Kiosk.Search.Analysis;

namespace Kiosk.Search.Suggesting;

/// <summary>
/// Narrower questions, from the titles of what was found: words that stand in several of them beside those asked for. Only words written without a
/// capital, so that no names of persons come up.
/// </summary>
internal static class RelatedSearches
{
    private const int ShortestWord = 5;
    private const int LeastTitles = 2;

    public static List<string> Of(string question, SearchPage page, int take)
    {
        var asked = DutchAnalyzer.Analyze(question).Select(token => token.Text).ToHashSet(StringComparer.Ordinal);
        var titles = page.Hits.Select(hit => string.Concat(hit.Title.Select(part => part.Text))).Distinct(StringComparer.Ordinal);
        return [.. titles.SelectMany(title => Words(title, asked))
            .GroupBy(word => word.Text, StringComparer.Ordinal)
            .Where(word => word.Count() is >= LeastTitles and var titlesWithIt && titlesWithIt < page.Hits.Count)
            .OrderByDescending(word => word.Count()).ThenBy(word => word.Key, StringComparer.Ordinal)
            .Take(take)
            .Select(word => $"{question.Trim()} {word.First().Written}")];
    }

    private static IEnumerable<(string Text, string Written)> Words(string title, HashSet<string> asked) => DutchAnalyzer.Analyze(title)
        .Where(token => !token.IsStopWord && token.Length >= ShortestWord && !asked.Contains(token.Text))
        .Select(token => (token.Text, Written: title.Substring(token.Start, token.Length)))
        .Where(word => word.Written.All(letter => char.IsLower(letter) || letter == '-'))
        .DistinctBy(word => word.Text);
}
