using Kiosk.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Accounts;

/// <summary>She came in by two proofs, if the kiosk asks that of editors and operators.</summary>
public sealed record SecondFactor : IAuthorizationRequirement;

internal sealed class SecondFactorHandler(IOptions<KioskOptions> options) : AuthorizationHandler<SecondFactor>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, SecondFactor requirement)
    {
        if (!options.Value.RequireSecondFactor || Visitor.Of(context.User) is { SecondFactor: true })
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
