using System.Globalization;
using System.Text.RegularExpressions;
using Kiosk.Data;

namespace Kiosk.Web.Demo;

/// <summary>One article of the demo newsroom.</summary>
internal sealed partial record DemoArticle
{
    /// <summary>The id of a <see cref="DemoSource"/>.</summary>
    public required string Source { get; init; }

    /// <summary>The last part of its address, for instance <c>03-post-op-de-stapel</c>; unique within its source.</summary>
    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required ArticleKind Kind { get; init; }

    public required string Lead { get; init; }

    /// <summary>The text, in the markup that <see cref="DemoMarkup"/> reads.</summary>
    public required string Body { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Hints for the feed's categories; may be empty.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Null where the feed leaves the date out.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>The last change after publication; null if there was none.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>False where the feed leaves the title out; the page always shows it.</summary>
    public bool TitleInFeed { get; init; } = true;

    public string Path => $"/{Source}/{Slug}";

    /// <summary>
    /// Reads an article file: lines of <c>name: value</c> between two lines of <c>---</c>, then the body.
    /// <c>{datum N}</c> in a text becomes the date of N days after <paramref name="now"/>, moved on to Monday from a weekend.
    /// </summary>
    /// <exception cref="FormatException">The file lacks a required field or has one that cannot be read.</exception>
    public static DemoArticle Parse(string source, string slug, string text, DateTimeOffset now)
    {
        var parts = text.ReplaceLineEndings("\n").Split("---\n", 3);
        if (parts.Length != 3 || parts[0].Length != 0)
            throw new FormatException($"{source}/{slug}: no front matter between two lines of ---.");

        var fields = parts[1].Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[^1].Trim());
        string Required(string name) => fields.GetValueOrDefault(name) is { Length: > 0 } value
            ? WithDates(value, now)
            : throw new FormatException($"{source}/{slug}: '{name}' is missing.");

        return new DemoArticle
        {
            Source = source,
            Slug = slug,
            Title = Required("title"),
            Kind = Names.TryParse<ArticleKind>(Required("kind"), out var kind)
                ? kind
                : throw new FormatException($"{source}/{slug}: there is no kind '{fields["kind"]}'."),
            Authors = List(Required("author")),
            Published = now - Age(Required("age")),
            Topics = List(fields.GetValueOrDefault("topics") ?? ""),
            Lead = Required("lead"),
            TitleInFeed = fields.GetValueOrDefault("feed-title") != "none",
            Body = WithDates(parts[2].Trim(), now),
        };
    }

    private static string[] List(string value) =>
        value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>"5h" and "1.5d" give hours and days, "none" null.</summary>
    private static TimeSpan? Age(string value) => value == "none" ? null : (value[^1], Number(value[..^1])) switch
    {
        ('h', var hours) => TimeSpan.FromHours(hours),
        ('d', var days) => TimeSpan.FromDays(days),
        _ => throw new FormatException($"'{value}' is not an age: write 5h, 1.5d or none."),
    };

    private static double Number(string value) => double.Parse(value, CultureInfo.InvariantCulture);

    private static string WithDates(string text, DateTimeOffset now) => DatePattern().Replace(text, match =>
        Weekday(now.AddDays(Number(match.Groups["days"].Value))).ToString("dddd d MMMM yyyy", DutchCulture));

    private static DateTimeOffset Weekday(DateTimeOffset day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    private static readonly CultureInfo DutchCulture = CultureInfo.GetCultureInfo("nl-NL");

    [GeneratedRegex(@"\{datum (?<days>\d+)\}", RegexOptions.None, 1000)]
    private static partial Regex DatePattern();
}
