namespace Kiosk.Web.Reading;

/// <summary>From when to when a text holds, in words.</summary>
/// <param name="Tone">The class of its band: <c>soon</c>, <c>old</c>, or empty while it holds.</param>
/// <param name="Line">The same, drawn.</param>
public sealed record Validity(string Words, string Tone, ValidityLine? Line = null)
{
    /// <summary>Null if nothing is known of it.</summary>
    public static Validity? Of(DateOnly? from, DateOnly? until, DateOnly today) =>
        InWords(from, until, today) is { } validity ? validity with { Line = ValidityLine.Of(from, until, today) } : null;

    private static Validity? InWords(DateOnly? from, DateOnly? until, DateOnly today) => (from, until) switch
    {
        (null, null) => null,
        (_, { } end) when end < today => new($"Gold tot en met {DutchTime.Date(end)}. Dit is verouderd.", "old"),
        ({ } start, { } end) when start > today => new($"Geldt vanaf {DutchTime.Date(start)} tot en met {DutchTime.Date(end)}", "soon"),
        ({ } start, null) when start > today => new($"Geldt vanaf {DutchTime.Date(start)}", "soon"),
        ({ } start, { } end) => new($"Geldt van {DutchTime.Date(start)} tot en met {DutchTime.Date(end)}", ""),
        (null, { } end) => new($"Geldt tot en met {DutchTime.Date(end)}", ""),
        ({ } start, null) => new($"Geldt sinds {DutchTime.Date(start)}", ""),
    };
}
