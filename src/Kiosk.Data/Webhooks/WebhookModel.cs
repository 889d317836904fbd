using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Webhooks;

/// <summary>Maps what programs elsewhere are told.</summary>
internal static class WebhookModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Webhook>().HasKey(hook => hook.Id);
        model.Entity<WebhookDelivery>().HasKey(delivery => delivery.Id);
        model.Entity<ArticlePublication>().HasKey(publication => publication.Id);
    }
}
