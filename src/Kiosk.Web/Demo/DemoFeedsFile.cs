using System.Text.Encodings.Web;
using System.Text.Json;
using Kiosk.Data;

namespace Kiosk.Web.Demo;

/// <summary>The feeds.json of the demo: its topics, and its sources at the address where the newsroom stands.</summary>
internal static class DemoFeedsFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        // The file is read by people too, and never put into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(string address) => JsonSerializer.Serialize(new
    {
        Topics = DemoTopic.All,
        Sources = DemoSource.All.Select(source => new
        {
            source.Id,
            source.Name,
            Url = address + source.FeedPath,
            Format = Names.Of(SourceFormat.Feed),
            Kind = Names.Of(source.Kind),
            Rights = Names.Of(source.Rights),
            Every = "5m",
            source.Topics,
            Language = "nl",
            source.Note,
        }),
    }, Options);
}
