using Kiosk.Ingest.Harvesting;
using Kiosk.Web.Bounces;
using Kiosk.Web.Digests.Writing;
using Kiosk.Web.Hosting;
using Kiosk.Web.Subscribing;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kiosk.Web.Digests;

public static class DigestRegistration
{
    /// <summary>What the weekly digest and its subscribers ask for. Asks for <c>AddKioskData</c>, <c>AddKioskMail</c>, <c>AddKioskAccounts</c> and <c>HarvestOptions</c>.</summary>
    public static IServiceCollection AddDigests(this IServiceCollection services)
    {
        services.AddCheckedOptions<DigestOptions>(DigestOptions.Section);
        services.TryAddSingleton<HarvestOptions>(); // Names this node; who harvests sets more of it.
        services.AddSingleton<DeliveryQueue>().AddSingleton<DeliveryPlan>().AddSingleton<DomainPace>();
        services.AddSingleton<DigestPoolReader>().AddSingleton<LetterComposer>().AddSingleton<DigestPreview>().AddSingleton<DigestRound>().AddSingleton<DigestDesk>();
        services.AddSingleton<VisitCounter>();
        services.AddSingleton<SubscriberLinks>().AddSingleton<DigestMail>();
        services.AddSingleton<BounceDesk>().AddSingleton<BounceDrop>();
        return services.AddSingleton<Subscriptions>().AddSingleton<SubscriberExport>().AddSingleton<SubscriberFile>().AddSingleton<SubscriberImport>();
    }
}
