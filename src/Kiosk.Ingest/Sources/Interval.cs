using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kiosk.Ingest.Sources;

/// <summary>A length of time as feeds.json writes it: a whole number and a unit, <c>30m</c>, <c>3h</c> or <c>1d</c>.</summary>
/// <param name="Minutes">Its length; 1 or more.</param>
[JsonConverter(typeof(InItsOwnSpelling))]
public readonly record struct Interval(int Minutes)
{
    private const int MinutesAnHour = 60;
    private const int MinutesADay = 24 * MinutesAnHour;

    /// <summary>Reads <c>30m</c>, <c>3h</c> or <c>1d</c>; false for anything else, and for more than a thousand million minutes.</summary>
    public static bool TryParse(string text, out Interval interval)
    {
        interval = default;
        var unit = text.Length < 2 ? 0 : text[^1] switch { 'm' => 1, 'h' => MinutesAnHour, 'd' => MinutesADay, _ => 0 };
        if (unit == 0 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return false;
        var minutes = (long)count * unit;
        if (minutes is < 1 or > 1_000_000_000)
            return false;
        interval = new Interval((int)minutes);
        return true;
    }

    /// <summary>The shortest spelling: 180 minutes are <c>3h</c>.</summary>
    public override string ToString()
    {
        var (count, unit) = (Minutes % MinutesADay, Minutes % MinutesAnHour) switch
        {
            (0, _) => (Minutes / MinutesADay, 'd'),
            (_, 0) => (Minutes / MinutesAnHour, 'h'),
            _ => (Minutes, 'm'),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{count}{unit}");
    }

    private sealed class InItsOwnSpelling : JsonConverter<Interval>
    {
        public override Interval Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString() ?? "", out var interval) ? interval : throw new JsonException("Not an interval.");

        public override void Write(Utf8JsonWriter writer, Interval value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
