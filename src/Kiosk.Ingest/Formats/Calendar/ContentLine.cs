using System.Text;

namespace Kiosk.Ingest.Formats.Calendar;

/// <summary>A line of an iCalendar after unfolding: <c>DTSTART;TZID=Europe/Amsterdam:20261120T140000</c> (RFC 5545, section 3.1).</summary>
/// <param name="Name">In capitals, without a group ("item1.").</param>
/// <param name="Parameters">Name in capitals, value without quotes.</param>
/// <param name="Value">As written.</param>
internal sealed record ContentLine(string Name, IReadOnlyList<KeyValuePair<string, string>> Parameters, string Value)
{
    private const int MostLines = 500_000;
    private const int MostParameters = 20;
    private const int LongestLine = 200_000;

    /// <summary>The value of a text property, its escapes undone.</summary>
    public string Text => string.Join(", ", Texts);

    /// <summary>The values of a text property that may list several.</summary>
    public IEnumerable<string> Texts
    {
        get
        {
            var text = new StringBuilder();
            for (var index = 0; index < Value.Length; index++)
            {
                if (Value[index] == '\\' && index + 1 < Value.Length)
                    text.Append(Value[++index] is 'n' or 'N' ? '\n' : Value[index]);
                else if (Value[index] == ',' && Name == "CATEGORIES")
                {
                    yield return text.ToString();
                    text.Clear();
                }
                else
                    text.Append(Value[index]);
            }
            yield return text.ToString();
        }
    }

    public bool IsBegin(string component) => Name == "BEGIN" && Value.Trim().Equals(component, StringComparison.OrdinalIgnoreCase);

    public bool IsEnd(string component) => Name == "END" && Value.Trim().Equals(component, StringComparison.OrdinalIgnoreCase);

    public string? Parameter(string name)
    {
        foreach (var parameter in Parameters)
            if (parameter.Key == name)
                return parameter.Value;
        return null;
    }

    /// <summary>All lines, unfolded; what is no line is left out.</summary>
    public static IReadOnlyList<ContentLine> All(string text)
    {
        var lines = new List<ContentLine>();
        var line = new StringBuilder();
        foreach (var piece in text.AsSpan().EnumerateLines())
        {
            var isFolded = piece.Length > 0 && piece[0] is ' ' or '\t';
            if (!isFolded)
                Take(line, lines);
            if (line.Length < LongestLine && lines.Count < MostLines)
                line.Append(isFolded ? piece[1..] : piece);
        }
        Take(line, lines);
        return lines;
    }

    private static void Take(StringBuilder line, List<ContentLine> lines)
    {
        if (line.Length > 0 && Parse(line.ToString()) is { } parsed)
            lines.Add(parsed);
        line.Clear();
    }

    private static ContentLine? Parse(string line)
    {
        var pieces = Pieces(line, out var value);
        if (value is null || pieces[0].Length == 0)
            return null;
        var name = pieces[0][(pieces[0].LastIndexOf('.') + 1)..].Trim().ToUpperInvariant();
        var parameters = pieces.Skip(1).Take(MostParameters).Select(piece => piece.Split('=', 2)).Where(pair => pair.Length == 2)
            .Select(pair => KeyValuePair.Create(pair[0].Trim().ToUpperInvariant(), pair[1].Trim().Trim('"')));
        return new ContentLine(name, [.. parameters], value.Trim());
    }

    // Colons and semicolons inside quotes belong to a parameter.
    private static List<string> Pieces(string line, out string? value)
    {
        var pieces = new List<string>();
        var (start, isQuoted) = (0, false);
        for (var index = 0; index < line.Length; index++)
        {
            if (line[index] == '"')
                isQuoted = !isQuoted;
            if (isQuoted || line[index] is not (';' or ':'))
                continue;
            pieces.Add(line[start..index]);
            start = index + 1;
            if (line[index] == ':')
            {
                value = line[start..];
                return pieces;
            }
        }
        value = null;
        return pieces;
    }
}
