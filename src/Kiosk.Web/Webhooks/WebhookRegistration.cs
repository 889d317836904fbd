namespace Kiosk.Web.Webhooks;

public static class WebhookRegistration
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services) =>
        services.AddSingleton<WebhookSecret>().AddSingleton<WebhookFollower>().AddSingleton<WebhookRound>().AddSingleton<WebhookDesk>();
}
