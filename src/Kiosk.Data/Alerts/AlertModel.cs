using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Alerts;

/// <summary>Maps alerts, what they found, and their letters.</summary>
internal static class AlertModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Alert>().HasMany(alert => alert.Finds).WithOne(find => find.Alert).HasForeignKey(find => find.AlertId);
        model.Entity<AlertFind>().HasKey(find => new { find.ArticleId, find.AlertId });
        model.Entity<AlertLetter>().HasKey(letter => letter.Id);
    }
}
