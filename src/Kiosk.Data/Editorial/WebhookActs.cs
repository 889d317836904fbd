using System.Globalization;
using Kiosk.Data.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Editorial;

/// <summary>What editors do with webhooks. A secret that is gone cannot come back, so only switching is undone.</summary>
public static class WebhookActs
{
    public static readonly ActKind Added = new("webhook-added", "voegde een webhook toe:");
    public static readonly ActKind Renewed = new("webhook-renewed", "gaf een nieuw geheim aan de webhook:");
    public static readonly ActKind SwitchedOff = new("webhook-switched-off", "zette een webhook uit:", UndoAsync);
    public static readonly ActKind SwitchedOn = new("webhook-switched-on", "zette een webhook aan:", UndoAsync);
    public static readonly ActKind TakenAway = new("webhook-taken-away", "haalde een webhook weg:");

    public static readonly IReadOnlyList<ActKind> All = [Added, Renewed, SwitchedOff, SwitchedOn, TakenAway];

    private static async Task<string?> UndoAsync(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation)
    {
        var id = long.Parse(act.SubjectId, CultureInfo.InvariantCulture);
        if (await db.Webhooks.SingleOrDefaultAsync(hook => hook.Id == id, cancellation) is not { } hook)
            return "De webhook is er niet meer.";
        if (KeptWebhook.Of(hook) != EditorialLog.Read<KeptWebhook>(act.After))
            return "De webhook is intussen veranderd.";
        var off = EditorialLog.Read<KeptWebhook>(act.Before)!.SwitchedOff;
        (hook.DisabledAt, hook.DisabledReason) = (off is null ? null : by.At, off);
        return null;
    }
}

/// <summary>What an act keeps of a webhook; never its secret.</summary>
/// <param name="SwitchedOff">Why it is off; null while it is on.</param>
public sealed record KeptWebhook(string Name, string Url, string? SwitchedOff)
{
    public static KeptWebhook Of(Webhook hook) => new(hook.Name, hook.Url, hook.DisabledAt is null ? null : hook.DisabledReason ?? "");
}
