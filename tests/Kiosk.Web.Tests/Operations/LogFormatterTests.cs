using System.Diagnostics;
using System.Text.Json;
using Kiosk.Testing;
using Kiosk.Web.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kiosk.Web.Tests.Operations;

public sealed class LogFormatterTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public void A_line_for_people_carries_the_trace_of_its_request()
    {
        var line = Written(asJson: false, "De bron zwijgt");
        Assert.Contains("warn: Kiosk.Proef[7] De bron zwijgt", line, StringComparison.Ordinal);
        Assert.EndsWith($" trace={Trace}", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_for_programs_is_one_JSON_object_with_the_trace_and_the_values()
    {
        using var json = JsonDocument.Parse(Written(asJson: true, "De bron ‘noord’ zwijgt"));
        string? Value(string name) => json.RootElement.GetProperty(name).GetString();
        Assert.Equal(("Warning", "Kiosk.Proef", "De bron ‘noord’ zwijgt", Trace), (Value("LogLevel"), Value("Category"), Value("Message"), Value("TraceId")));
        Assert.Equal("noord", json.RootElement.GetProperty("State").GetProperty("Source").GetString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_path_of_a_request_is_not_told_for_it_may_carry_a_key(bool asJson) =>
        Assert.DoesNotContain("geheim", Written(asJson, "De bron zwijgt"), StringComparison.Ordinal);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_others_wrote_begins_no_line_of_its_own(bool asJson) =>
        Assert.DoesNotContain('\n', Written(asJson, "Titel\r\n2026-11-29T00:00:00+01:00 info: Kiosk[0] Alles is goed"));

    private static string Written(bool asJson, string message)
    {
        using var activity = new Activity("verzoek").SetParentId($"00-{Trace}-b7ad6b7169203331-01").Start();
        var scopes = new LoggerExternalScopeProvider();
        using var scope = scopes.Push(new Dictionary<string, object> { ["RequestPath"] = "/weekbrief/voorkeuren/geheim" });
        using var writer = new StringWriter();
        var state = new[] { KeyValuePair.Create("Source", (object?)"noord") };
        var entry = new LogEntry<KeyValuePair<string, object?>[]>(LogLevel.Warning, "Kiosk.Proef", new EventId(7), state, exception: null, (_, _) => message);
        new LogFormatter(new ManualTime(), asJson).Write(entry, scopes, writer);
        return writer.ToString().TrimEnd(Environment.NewLine.ToCharArray());
    }
}
