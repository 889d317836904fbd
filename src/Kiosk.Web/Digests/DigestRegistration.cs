using Microsoft.Extensions.Options;

namespace Kiosk.Web.Digests;

public static class DigestRegistration
{
    /// <summary>What the weekly digest asks for. Asks for <c>AddKioskData</c>, <c>AddKioskMail</c> and <c>HarvestOptions</c>.</summary>
    public static IServiceCollection AddDigests(this IServiceCollection services)
    {
        services.AddOptions<DigestOptions>().BindConfiguration(DigestOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DigestOptions>, DigestOptionsValidator>();
        return services.AddSingleton<DeliveryQueue>().AddSingleton<DeliveryPlan>();
    }
}
