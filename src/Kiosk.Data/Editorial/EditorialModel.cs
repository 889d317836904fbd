using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Editorial;

/// <summary>Maps what the editors' desk keeps.</summary>
internal static class EditorialModel
{
    public static void Configure(ModelBuilder model) => model.Entity<EditorialAct>().HasKey(act => act.Id);
}
