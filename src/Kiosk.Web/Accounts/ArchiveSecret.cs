using System.Security.Cryptography;
using Kiosk.Data;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Accounts;

/// <summary>Keys with which the kiosk signs addresses. They stand in the archive, so that all nodes sign alike and a restored backup still knows its links.</summary>
internal static class ArchiveSecret
{
    private const int Bytes = 32;

    /// <summary>Reads a key, and makes it the first time; of two nodes that make one at the same moment, the first wins.</summary>
    /// <param name="name">The <see cref="ArchiveProperty"/> in which it stands, in hex.</param>
    public static byte[] Of(IDbContextFactory<KioskDb> factory, string name)
    {
        if (Find(factory, name) is { } known)
            return known;
        try
        {
            using var db = factory.CreateDbContext();
            db.ArchiveProperties.Add(new ArchiveProperty { Name = name, Value = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)) });
            db.SaveChanges();
        }
        catch (DbUpdateException)
        {
            // Another node was first; if it was something else, the reading below says so.
        }

        return Find(factory, name) ?? throw new InvalidOperationException($"The archive did not keep its {name}.");
    }

    private static byte[]? Find(IDbContextFactory<KioskDb> factory, string name)
    {
        using var db = factory.CreateDbContext();
        var value = db.ArchiveProperties.AsNoTracking().Where(property => property.Name == name).Select(property => property.Value).SingleOrDefault();
        return value is null ? null : Convert.FromHexString(value);
    }
}
