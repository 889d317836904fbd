using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kiosk.Testing;

/// <summary>A real web server on a free port of 127.0.0.1. Answers by path, 404 for the rest, and remembers what was asked.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, RequestDelegate> _pages = new();
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();

    private LoopbackServer(WebApplication app) => _app = app;

    /// <summary>For instance <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>For instance <c>127.0.0.1:40123</c>, as <c>Kiosk:Fetch:AllowedPrivateHosts</c> wants it.</summary>
    public string Host => Address.Authority;

    /// <summary>All addresses at which it answers, written like <see cref="Host"/>.</summary>
    public IReadOnlyList<string> Hosts { get; private set; } = [];

    /// <summary>In the order of arrival.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <param name="hosts">It answers at so many addresses, 127.0.0.1 and up, at the same port: to who asks these are different hosts.</param>
    public static async Task<LoopbackServer> StartAsync(int hosts = 1)
    {
        var port = hosts == 1 ? 0 : LoopbackPort.Free();
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.RequestHeaderEncodingSelector = static _ => Encoding.Latin1;
            kestrel.ResponseHeaderEncodingSelector = static _ => Encoding.Latin1;
            for (var host = 1; host <= hosts; host++)
                kestrel.Listen(new IPAddress([127, 0, 0, (byte)host]), port);
        });
        var server = new LoopbackServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        server.Address = new Uri(server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        server.Hosts = [.. Enumerable.Range(1, hosts).Select(host => $"127.0.0.{host}:{server.Address.Port}")];
        return server;
    }

    public string Url(string path) => new Uri(Address, path).AbsoluteUri;

    /// <summary>Answers a path in any way; replaces an earlier answer.</summary>
    public void Map(string path, RequestDelegate answer) => _pages[path] = answer;

    /// <summary>Serves a text, with 304 for whoever sends its validators back.</summary>
    public void Serve(string path, string body, string contentType = "text/html; charset=utf-8", string? etag = null, string? lastModified = null) =>
        Serve(path, Encoding.UTF8.GetBytes(body), contentType, etag, lastModified);

    /// <inheritdoc cref="Serve(string, string, string, string?, string?)"/>
    public void Serve(string path, byte[] body, string contentType, string? etag = null, string? lastModified = null) => Map(path, async context =>
    {
        if (etag is not null)
            context.Response.Headers.ETag = etag;
        if (lastModified is not null)
            context.Response.Headers.LastModified = lastModified;
        var asked = context.Request.Headers;
        if ((etag is not null && asked.IfNoneMatch == etag) || (etag is null && lastModified is not null && asked.IfModifiedSince == lastModified))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = contentType;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    });

    public void Redirect(string path, int status, string? location) => Map(path, context =>
    {
        context.Response.StatusCode = status;
        if (location is not null)
            context.Response.Headers.Location = location;
        return Task.CompletedTask;
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        _requests.Enqueue(new RecordedRequest(context.Request.Path + context.Request.QueryString.Value,
            context.Request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        if (_pages.TryGetValue(context.Request.Path, out var answer))
            return answer(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}

/// <summary>What a client asked.</summary>
/// <param name="PathAndQuery">For instance <c>/feed?x=1</c>.</param>
/// <param name="Headers">By name, in any letter case.</param>
public sealed record RecordedRequest(string PathAndQuery, IReadOnlyDictionary<string, string> Headers);
