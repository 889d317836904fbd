using System.Security.Cryptography;
using Kiosk.Data;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Images;

/// <summary>The secret that signs addresses of pictures. It stands in the archive, so that all nodes sign alike.</summary>
internal static class ImageKey
{
    private const int Bytes = 32;

    /// <summary>Reads the key, and makes it the first time; of two nodes that make one at the same moment, the first wins.</summary>
    public static byte[] Of(IDbContextFactory<KioskDb> factory)
    {
        if (Find(factory) is { } known)
            return known;
        try
        {
            using var db = factory.CreateDbContext();
            db.ArchiveProperties.Add(new ArchiveProperty { Name = ArchiveProperty.ImageKey, Value = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)) });
            db.SaveChanges();
        }
        catch (DbUpdateException)
        {
            // Another node was first; if it was something else, the reading below says so.
        }

        return Find(factory) ?? throw new InvalidOperationException("The archive did not keep the key for pictures.");
    }

    private static byte[]? Find(IDbContextFactory<KioskDb> factory)
    {
        using var db = factory.CreateDbContext();
        var value = db.ArchiveProperties.AsNoTracking().Where(property => property.Name == ArchiveProperty.ImageKey).Select(property => property.Value).SingleOrDefault();
        return value is null ? null : Convert.FromHexString(value);
    }
}
