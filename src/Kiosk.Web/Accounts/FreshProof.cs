using Microsoft.AspNetCore.Authorization;

namespace Kiosk.Web.Accounts;

/// <summary>She proved to be herself within <see cref="Lasts"/>.</summary>
public sealed record FreshProof : IAuthorizationRequirement
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);
}

internal sealed class FreshProofHandler(TimeProvider time) : AuthorizationHandler<FreshProof>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, FreshProof requirement)
    {
        if (Visitor.Of(context.User) is { } visitor && time.GetUtcNow() - visitor.ProvenAt < FreshProof.Lasts)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
