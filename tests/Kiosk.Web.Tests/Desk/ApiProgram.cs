using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Web.Accounts;
using Kiosk.Web.Api.Tokens;
using Kiosk.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Desk;

/// <summary>A program that asks the API with a token.</summary>
public sealed class ApiProgram(TestKiosk kiosk, string? token)
{
    /// <summary>A token of somebody with this role, made without the page for it.</summary>
    public static async Task<ApiProgram> WithAsync(TestKiosk kiosk, Role role, params IReadOnlyList<ApiScope> scopes)
    {
        await using var scope = kiosk.Services.CreateAsyncScope();
        var email = $"{Names.Of(role)}@kiosk.example";
        var user = await scope.ServiceProvider.GetRequiredService<KioskDb>().Users.SingleOrDefaultAsync(one => one.Email == email)
            ?? await scope.ServiceProvider.GetRequiredService<Newcomers>().AddAsync(email, role, confirmed: true);
        var (shown, problem) = await kiosk.Services.GetRequiredService<ApiTokens>().MakeAsync(user!.Id, "Proef", scopes, days: 30, CancellationToken.None);
        Assert.Null(problem);
        return new ApiProgram(kiosk, shown);
    }

    /// <summary>Where what was made is, as the other methods take it.</summary>
    public static string LinkOf(HttpResponseMessage made) => made.Headers.Location!.ToString()["/api/v1".Length..];

    public async Task<HttpResponseMessage> SendAsync(string method, string path, object? body = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("/api/v1" + path, UriKind.Relative));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (body is not null)
            request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body, JsonSerializerOptions.Web), Encoding.UTF8, "application/json");
        return await kiosk.Client().SendAsync(request);
    }

    public async Task<int> StatusAsync(string method, string path, object? body = null, string? ifMatch = null)
    {
        using var response = await SendAsync(method, path, body, ifMatch);
        return (int)response.StatusCode;
    }

    public async Task<(JsonElement Body, string? ETag)> GetAsync(string path)
    {
        using var response = await SendAsync("GET", path);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode}");
        return (JsonElement.Parse(await response.Content.ReadAsStringAsync()), response.Headers.ETag?.Tag);
    }
}
