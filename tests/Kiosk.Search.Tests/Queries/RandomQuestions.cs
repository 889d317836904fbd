namespace Kiosk.Search.Tests.Queries;

/// <summary>Questions and texts from a small vocabulary, so that they meet often.</summary>
internal static class RandomQuestions
{
    private static readonly string[] Words =
    [
        "schuld", "schulden", "schuldenaar", "gemeente", "gemeenten", "de", "het", "van", "hulp", "WOZ-waarde", "wozwaarde", "waarde", "financiële",
        "regeling", "1.500", "foto's", "aanvraag", "aanvragen", "niet", "b.v.", "kosten-batenanalyse",
    ];

    private static readonly string[] Starts = ["schul*", "schulden*", "aanvraa*", "woz*", "fin*", "gemeen*", "kosten-bat*"];

    public static string Text(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word(random)));

    public static string Next(Random random, int depth = 0) => string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(10) switch
    {
        0 => $"\"{Text(random, random.Next(1, 4))}\"",
        1 => $"-{Word(random)}",
        2 => $"{Word(random)} OF {Word(random)}",
        3 when depth < 3 => $"({Next(random, depth + 1)})",
        4 when depth < 3 => $"-({Next(random, depth + 1)})",
        5 => Starts[random.Next(Starts.Length)],
        6 when depth < 3 => $"{Word(random)} OF ({Next(random, depth + 1)})",
        _ => Word(random),
    }));

    private static string Word(Random random) => Words[random.Next(Words.Length)];
}
