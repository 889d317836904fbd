using Kiosk.Web.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Kiosk.Web.Accounts;

/// <summary>Who may not go on for want of a proof is led to where she can give it, and back afterwards.</summary>
internal sealed class Turnstile : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _default = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        var lacking = authorizeResult.AuthorizationFailure?.FailedRequirements.ToList() ?? [];
        if (!authorizeResult.Forbidden || Faults.IsForPrograms(context.Request) || Way(lacking) is not { } way)
            return _default.HandleAsync(next, context, policy, authorizeResult);
        var back = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : context.Request.Path.ToString();
        context.Response.Redirect($"{way}?terug={Uri.EscapeDataString(back)}");
        return Task.CompletedTask;
    }

    private static string? Way(List<IAuthorizationRequirement> lacking) => lacking switch
    {
        [SecondFactor] or [SecondFactor, FreshProof] or [FreshProof, SecondFactor] => "/mijn-kiosk/tweede-stap",
        [FreshProof] => "/inloggen/bevestig",
        _ => null,
    };
}
