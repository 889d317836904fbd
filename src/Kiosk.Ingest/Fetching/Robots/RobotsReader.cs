using System.Buffers;
using System.Globalization;

namespace Kiosk.Ingest.Fetching.Robots;

/// <summary>Puts the lines of a robots.txt together to groups.</summary>
internal sealed class RobotsReader
{
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-");

    private static readonly SearchValues<char> WordEnds = SearchValues.Create("/ \t(,;");

    private const int MostSitemaps = 1_000;
    private const int LongestSitemap = 2_048;
    private RobotsGroup? _group;

    public List<RobotsGroup> Groups { get; } = [];

    public List<string> Sitemaps { get; } = [];

    public void Read(string line)
    {
        var (field, value) = RobotsLine.Of(line);
        switch (field)
        {
            case RobotsField.UserAgent:
                Name(value);
                break;
            case RobotsField.Allow or RobotsField.Disallow when _group is not null:
                _group.IsClosed = true;
                if (RobotsRule.Of(value, isAllow: field == RobotsField.Allow) is { } rule)
                    _group.Rules.Add(rule);
                break;
            case RobotsField.CrawlDelay when _group is not null:
                Delay(_group, value);
                break;
            case RobotsField.Sitemap when value.Length is > 0 and <= LongestSitemap && Sitemaps.Count < MostSitemaps && !Sitemaps.Contains(value):
                Sitemaps.Add(value);
                break;
            default:
                break;
        }
    }

    private void Name(string value)
    {
        if (_group is null or { IsClosed: true })
            Groups.Add(_group = new RobotsGroup());
        _group.Add(Token(value), Word(value));
    }

    /// <summary>The product token in front: "FooBot/2.1 (+https://…)" names FooBot. What names nobody stays as it is, and matches nobody.</summary>
    private static string Token(string value)
    {
        if (value is "*" || (value is ['*', var next, ..] && char.IsWhiteSpace(next)))
            return RobotsGroup.Everyone;
        var end = value.AsSpan().IndexOfAnyExcept(TokenCharacters);
        return end > 0 ? value[..end] : value;
    }

    /// <summary>The first word, for agents whose name is no product token since it has a digit in it.</summary>
    private static string Word(string value)
    {
        var end = value.AsSpan().IndexOfAny(WordEnds);
        return end > 0 ? value[..end] : value;
    }

    private static void Delay(RobotsGroup group, string value)
    {
        // "NaN" is read as a number too, and is not zero or more.
        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds >= 0)
            group.Add(TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.SecondsPerDay)));
    }
}
