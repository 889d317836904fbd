namespace Kiosk.Search;

/// <summary>Something to search for or to open, offered while a person types.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As it is shown.</param>
/// <param name="Value">What to search for (word), the slug (topic, source) or the id of the article (title).</param>
public sealed record Suggestion(SuggestionKind Kind, string Text, string Value);

public enum SuggestionKind
{
    Word,
    Topic,
    Source,
    Title,
}
