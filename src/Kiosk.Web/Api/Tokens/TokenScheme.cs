using System.Security.Claims;
using System.Text.Encodings.Web;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Api.Tokens;

/// <summary>Lets a program in by the token in its header <c>Authorization: Bearer …</c>. Cookies do nothing here, so that no page elsewhere can make a browser act.</summary>
public sealed class TokenScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "token";

    private const string ScopeClaim = "kiosk:scope";
    private const string TokenClaim = "kiosk:token";
    private const string Bearer = "Bearer ";

    /// <summary>The name of the policy that asks for a scope.</summary>
    public static string Policy(ApiScope scope) => $"api:{Names.Of(scope)}";

    /// <summary>A policy for each scope: the token has it, and its owner is an editor at this moment.</summary>
    public static void Define(AuthorizationOptions options)
    {
        foreach (var scope in Enum.GetValues<ApiScope>())
            options.AddPolicy(Policy(scope), policy => policy.AddAuthenticationSchemes(Name).RequireRole(Names.Of(Role.Redacteur)).RequireClaim(ScopeClaim, Names.Of(scope)));
    }

    /// <summary>Which token this is; null for who came in otherwise.</summary>
    public static string? TokenOf(ClaimsPrincipal principal) => principal.FindFirstValue(TokenClaim);

    /// <summary>For what is open to everybody: who sends a token is let in by it, and told if it does not work. False then.</summary>
    public static async Task<bool> IsWelcomeAsync(HttpContext http)
    {
        if (http.Request.Headers.Authorization.Count == 0)
            return true;
        var result = await http.AuthenticateAsync(Name);
        if (result.Principal is { } principal)
            http.User = principal;
        return result.Succeeded;
    }

    public static bool Has(ClaimsPrincipal principal, ApiScope scope) => principal.HasClaim(ScopeClaim, Names.Of(scope)) && principal.IsInRole(Names.Of(Role.Redacteur));

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        if (await tokens.FindAsync(header[Bearer.Length..].Trim(), Context.RequestAborted) is not { User: { } user } token)
            return AuthenticateResult.Fail("This token does not work.");
        var identity = (ClaimsIdentity)new Visitor(user.Id, user.Email!, user.Called, user.Role, Guid.Empty, DateTimeOffset.UnixEpoch, SecondFactor: false).ToPrincipal().Identity!;
        identity.AddClaims(token.Scopes.Select(scope => new Claim(ScopeClaim, Names.Of(scope))));
        identity.AddClaim(new Claim(TokenClaim, token.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer realm=\"de Kiosk\"";
        return Task.CompletedTask;
    }
}
