using System.Globalization;
using System.Text;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Pages.Bronnen;

/// <summary>Articles a week as small bars: half a year, the last seven days on the right.</summary>
public sealed class Sparkline(SourceRhythm rhythm, Silence? silence)
{
    public const int Weeks = 26;
    public const int Height = 28;
    public const int Width = Weeks * Step;

    private const int Step = 4;
    private const int BarWidth = 3;

    private readonly int[] _weeks = [.. rhythm.ByWeek.Take(Weeks).Reverse()];

    /// <summary>The bars of the usual weeks, as the path of an SVG.</summary>
    public string Usual => Bars(0, Weeks - Quiet);

    /// <summary>The bars of the weeks in which it was quiet; empty if it was not.</summary>
    public string Still => Bars(Weeks - Quiet, Weeks);

    /// <summary>The same in words, for who does not see the picture.</summary>
    public string Words
    {
        get
        {
            var (least, most) = (_weeks.Min(), _weeks.Max());
            if (most == 0)
                return "Het laatste halfjaar niets.";
            var range = least == most ? DutchText.Count(most, "stuk", "stukken") : $"{DutchText.Number(least)} tot {DutchText.Count(most, "stuk", "stukken")}";
            return $"Het laatste halfjaar {range} per week, de laatste week {DutchText.Number(_weeks[^1])}.";
        }
    }

    private int Quiet => Math.Min(Weeks, silence?.Weeks ?? 0);

    private string Bars(int from, int to)
    {
        var most = Math.Max(1, _weeks.Max());
        var path = new StringBuilder();
        for (var week = from; week < to; week++)
        {
            // A week with nothing keeps a foot, so that the row of weeks can be seen.
            var height = Math.Max(1, (int)Math.Ceiling((double)_weeks[week] * Height / most));
            path.Append(CultureInfo.InvariantCulture, $"M{week * Step} {Height}v-{height}h{BarWidth}v{height}z");
        }

        return path.ToString();
    }
}
