using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Kiosk.Web.Hosting;

/// <summary>
/// Writes what is logged on one line, with the W3C trace of the request that it belongs to: for people, or as a JSON object for programs. Scopes are left out:
/// ASP.NET Core puts the path of the request there, and a path may carry the key of a subscriber.
/// </summary>
internal sealed class LogFormatter(TimeProvider time, bool asJson) : ConsoleFormatter(asJson ? JsonName : TextName)
{
    public const string TextName = "kiosk-text";
    public const string JsonName = "kiosk-json";

    /// <summary>Quotes and letters stay readable: it is read by machines and people, not by browsers.</summary>
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var line = new Line(
            time.GetLocalNow(), logEntry.LogLevel, logEntry.Category, logEntry.EventId.Id, logEntry.Formatter(logEntry.State, logEntry.Exception), logEntry.Exception?.ToString(),
            Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.TraceId.ToHexString() : null);
        textWriter.WriteLine(asJson ? Json(line, logEntry.State as IEnumerable<KeyValuePair<string, object?>> ?? []) : Text(line));
    }

    private static string Text(Line line) => string.Create(CultureInfo.InvariantCulture,
        $"{line.At:yyyy-MM-ddTHH:mm:sszzz} {Word(line.Level)}: {line.Category}[{line.Event}] {OneLine(line.Message)}{(line.Exception is null ? "" : " " + OneLine(line.Exception))}{(line.Trace is null ? "" : $" trace={line.Trace}")}");

    /// <summary>What a feed or a visitor wrote may not begin a line of its own.</summary>
    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Json(Line line, IEnumerable<KeyValuePair<string, object?>> state)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Relaxed))
        {
            json.WriteStartObject();
            json.WriteString("Timestamp", line.At.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("LogLevel", line.Level.ToString());
            json.WriteString("Category", line.Category);
            json.WriteNumber("EventId", line.Event);
            json.WriteString("Message", line.Message);
            if (line.Exception is not null)
                json.WriteString("Exception", line.Exception);
            if (line.Trace is not null)
                json.WriteString("TraceId", line.Trace);
            json.WriteStartObject("State");
            foreach (var (name, value) in state)
                json.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };

    private readonly record struct Line(DateTimeOffset At, LogLevel Level, string Category, int Event, string Message, string? Exception, string? Trace);
}
