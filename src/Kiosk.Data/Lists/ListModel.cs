using Kiosk.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Lists;

internal static class ListModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<ReadingList>(list =>
        {
            list.Property(one => one.Version).IsConcurrencyToken();
            list.Ignore(one => one.IsDossier);
            list.HasOne<User>().WithMany().HasForeignKey(one => one.UserId);
            list.HasMany(one => one.Entries).WithOne(entry => entry.List).HasForeignKey(entry => entry.ListId);
            list.HasMany(one => one.Members).WithOne(member => member.List).HasForeignKey(member => member.ListId);
        });
        model.Entity<ListEntry>().HasKey(entry => new { entry.ListId, entry.ArticleId });
        model.Entity<ListMember>().HasKey(member => new { member.ListId, member.Email });
        model.Entity<ListMember>().HasOne<User>().WithMany().HasForeignKey(member => member.UserId);
    }
}
