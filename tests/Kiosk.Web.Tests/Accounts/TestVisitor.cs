using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kiosk.Web.Tests.Pages;
using Microsoft.AspNetCore.TestHost;

namespace Kiosk.Web.Tests.Accounts;

/// <summary>A browser without script: keeps cookies, fills in forms, and follows no redirect by itself.</summary>
public sealed class TestVisitor : IDisposable
{
    private readonly HttpClient _client;

    public TestVisitor(TestServer server, Uri? address = null)
    {
        Address = address ?? new Uri("http://localhost");
#pragma warning disable RS0030 // A test's own client to its own server needs no address guard.
        _client = new HttpClient(new Jar(server.CreateHandler(), Cookies)) { BaseAddress = Address };
#pragma warning restore RS0030
    }

    public Uri Address { get; }

    public CookieContainer Cookies { get; } = new();

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(new Uri(path, UriKind.Relative));

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _client.SendAsync(request);

    public async Task<IHtmlDocument> PageAsync(string path)
    {
        using var response = await GetAsync(path);
        return TestKiosk.Parse(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Opens a page, fills in a form and submits it, hidden fields included.</summary>
    /// <param name="form">A selector of the form, or of something in it such as its button.</param>
    public Task<HttpResponseMessage> SubmitAsync(string path, string form, params (string Name, string Value)[] fields) => PostAsync(path, form, action: null, fields);

    /// <summary>As <see cref="SubmitAsync"/>, to another address than the form's own.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, string form, string? action, params (string Name, string Value)[] fields)
    {
        var page = await PageAsync(path);
        var element = page.QuerySelector(form) ?? throw new InvalidOperationException($"{path} has no '{form}': {page.Body?.TextContent}");
        var target = element.Closest("form") as IHtmlFormElement ?? throw new InvalidOperationException($"'{form}' of {path} is in no form.");
        var given = target.QuerySelectorAll("input[name]").Where(input => input.GetAttribute("type") is not ("checkbox" or "radio" or "submit") || input.HasAttribute("checked"))
            .Select(input => (Name: input.GetAttribute("name")!, Value: input.GetAttribute("value") ?? ""))
            .Where(input => fields.All(field => field.Name != input.Name)).ToList();
        if (element is IHtmlButtonElement { Name: { Length: > 0 } name } button)
            given.Add((name, button.Value));
        using var content = new FormUrlEncodedContent(given.Concat(fields).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        action ??= element.GetAttribute("formaction") ?? target.GetAttribute("action") ?? path;
        return await _client.PostAsync(new Uri(new Uri(Address, path), action), content);
    }

    public void Dispose() => _client.Dispose();

    private sealed class Jar(HttpMessageHandler inner, CookieContainer cookies) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } header)
                request.Headers.Add("Cookie", header);
            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
            {
                foreach (var cookie in set)
                    cookies.SetCookies(request.RequestUri!, cookie);
            }

            return response;
        }
    }
}
