using Kiosk.Search.Analysis;

namespace Kiosk.Search.Learning;

/// <summary>The words of a text that may tell what it is about: each once, without stop words and numbers.</summary>
public static class LearningWords
{
    private const int ShortestWord = 3;

    /// <summary>Characters of the body that are read: what a text is about stands near its beginning.</summary>
    private const int BodyRead = 8_000;

    public static IReadOnlyCollection<LearningWord> Of(string title, string lead, string body)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in new[] { title, lead, body.Length > BodyRead ? body[..BodyRead] : body })
        {
            foreach (var token in DutchAnalyzer.Analyze(text))
            {
                if (!token.IsStopWord && !token.IsBeside && token.Text.Length >= ShortestWord && !char.IsDigit(token.Text[0]))
                    words.TryAdd(token.Text, token.Form);
            }
        }

        return [.. words.Select(pair => new LearningWord(pair.Key, pair.Value))];
    }
}
