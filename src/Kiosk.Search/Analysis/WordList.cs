namespace Kiosk.Search.Analysis;

/// <summary>A text file in the program: words apart by spaces; a line that starts with # is a remark.</summary>
internal static class WordList
{
    /// <summary>The words of each line.</summary>
    public static List<string[]> Read(string name)
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream(typeof(WordList), name)
            ?? throw new InvalidOperationException($"{name} is not embedded in the program.");
        using var reader = new StreamReader(stream);
        var lines = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                lines.Add(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
        return lines;
    }
}
