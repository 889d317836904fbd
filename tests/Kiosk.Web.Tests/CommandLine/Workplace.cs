using System.Text.Json;
using Kiosk.Testing;

namespace Kiosk.Web.Tests.CommandLine;

/// <summary>A directory of its own, a web server with feeds, and the program run in between.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("kiosk-cli-").FullName;

    private Workplace(LoopbackServer server)
    {
        Server = server;
        Settings = new Dictionary<string, string>
        {
            ["KIOSK__FETCH__ALLOWEDPRIVATEHOSTS"] = server.Host,
        };
    }

    /// <summary>Environment variables that the program gets.</summary>
    public Dictionary<string, string> Settings { get; }

    public LoopbackServer Server { get; }

    public string DataDirectory => Path.Combine(_directory, "data");

    public static async Task<Workplace> OpenAsync() => new(await LoopbackServer.StartAsync());

    public string File(string name, string text)
    {
        var path = Path.Combine(_directory, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Writes feeds.json with a source for each path of the server.</summary>
    public void WriteFeeds(params string[] paths) => File("feeds.json", JsonSerializer.Serialize(new
    {
        topics = new[] { new { id = "wsnp", name = "Wsnp", rule = "wsnp" } },
        sources = paths.Select(path => new { id = path.Trim('/').Replace('.', '-'), name = "Bron " + path.Trim('/'), url = Server.Url(path), format = "feed" }),
    }));

    public KioskProcess Start(params string[] arguments) => KioskProcess.Start(_directory, Settings, arguments);

    public Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) => KioskProcess.RunAsync(_directory, Settings, input: null, arguments);

    public Task<(int Code, string Output, string Error)> RunWithInputAsync(string input, params string[] arguments) => KioskProcess.RunAsync(_directory, Settings, input, arguments);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }
}
