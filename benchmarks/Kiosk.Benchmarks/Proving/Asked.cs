using System.Globalization;

namespace Kiosk.Benchmarks.Proving;

/// <summary>What is asked of a figure.</summary>
/// <param name="Part">The benchmark.</param>
/// <param name="What">The figure, as the benchmark calls it.</param>
/// <param name="Size">At so many articles; 0 where size does not matter.</param>
/// <param name="Limit">In the figure's unit.</param>
/// <param name="AtLeast">True if the limit is the least, not the most.</param>
internal sealed record Asked(string Part, string What, int Size, double Limit, bool AtLeast = false)
{
    private const int Small = 100_000;
    private const int Large = 1_000_000;

    public static readonly IReadOnlyList<Asked> All =
    [
        new("harvest", "first harvest, all new", 0, 60),
        new("harvest", "second harvest, all 304", 0, 10),
        new("harvest", "first harvest, all new, most resident", 0, 400),
        new("harvest", "second harvest, all 304, most resident", 0, 400),
        new("search", "a word in about half of all, p95", Small, 15),
        new("search", "a word in about half of all, p95", Large, 60),
        new("search", "two ordinary words, p95", Small, 8),
        new("search", "two ordinary words, p95", Large, 30),
        new("search", "three ordinary words, p95", Small, 8),
        new("search", "three ordinary words, p95", Large, 30),
        new("search", "suggestions for two letters, p95", Small, 5),
        new("search", "suggestions for two letters, p95", Large, 10),
        new("search", "articles indexed a second", Small, 2_000, AtLeast: true),
        new("search", "articles indexed a second", Large, 1_500, AtLeast: true),
        new("search", "slower while a harvest indexes, p95", Small, 2),
        new("search", "slower while a harvest indexes, p95", Large, 2),
        new("search", "resident for searching", Small, 200),
        new("search", "resident for searching", Large, 800),
        new("search", "10,000 standing queries, 1 article, p95", Small, 50),
        new("pages", "Vandaag, p95", Small, 25),
        new("pages", "Artikel, 500 of them, p95", Small, 25),
        new("pages", "Artikel, each once, p95", Small, 25),
        new("pages", "Artikel, signed in, p95", Small, 25),
        new("pages", "Vandaag, a second", Small, 400, AtLeast: true),
        new("pages", "Artikel, 500 of them, a second", Small, 400, AtLeast: true),
        new("editions", "choosing an edition, p95", Small, 20),
        new("digests", "computed and rendered", 0, 30),
        new("digests", "computed and rendered, most resident", 0, 500),
        new("digests", "delivered, a second", 0, 200, AtLeast: true),
        new("digests", "rendering one mail, p95", 0, 3),
        new("alerts", "one new article, p95", 0, 50),
    ];

    public bool Holds(double value) => AtLeast ? value >= Limit : value <= Limit;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(AtLeast ? "≥" : "≤")} {Limit:N0}{(Size == 0 ? "" : $" at {Size:N0}")}");

    public static IReadOnlyList<Asked> Of(string part, string what) => [.. All.Where(asked => asked.Part == part && asked.What == what)];
}
