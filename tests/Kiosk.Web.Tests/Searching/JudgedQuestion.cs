namespace Kiosk.Web.Tests.Searching;

/// <summary>A question with the pieces that answer it, by address in the newsroom, each with a grade from 1 to 3.</summary>
public sealed record JudgedQuestion(string Text, IReadOnlyDictionary<string, int> Grades)
{
    private const int Depth = 10;

    /// <summary>Reads the Markdown file beside this one: a heading is a question, a line below it <c>- grade path</c>.</summary>
    public static IReadOnlyList<JudgedQuestion> ReadAll(string file)
    {
        var questions = new List<JudgedQuestion>();
        var grades = new Dictionary<string, int>();
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                questions.Add(new JudgedQuestion(line[3..], grades = []));
            else if (line.StartsWith("- ", StringComparison.Ordinal))
                grades.Add(line[4..], line[2] - '0');
        }

        return questions;
    }

    /// <summary>Normalised discounted cumulative gain over the first ten: 1 if they stand in the best order (Järvelin and Kekäläinen 2002, gain 2^grade - 1).</summary>
    public double Gain(IReadOnlyList<string> found)
    {
        var best = Sum(Grades.Values.OrderDescending());
        return best == 0 ? 0 : Sum(found.Select(path => Grades.GetValueOrDefault(path))) / best;
    }

    /// <summary>1 divided by the place of the first piece that has the best grade of this question; 0 if none is among the first ten.</summary>
    public double ReciprocalRank(IReadOnlyList<string> found)
    {
        var best = Grades.Values.Max();
        var place = found.Take(Depth).ToList().FindIndex(path => Grades.GetValueOrDefault(path) == best);
        return place < 0 ? 0 : 1.0 / (place + 1);
    }

    private static double Sum(IEnumerable<int> grades) => grades.Take(Depth).Select((grade, place) => (Math.Pow(2, grade) - 1) / Math.Log2(place + 2)).Sum();
}
