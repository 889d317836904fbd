using System.Xml.Linq;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kiosk.Web.Accounts;

/// <summary>
/// Keeps the keys that protect cookies, second steps and secrets of webhooks in the archive: every node can read what another wrote, and whoever restores a
/// backup or moves the archive can read all that is in it.
/// </summary>
public sealed class ArchiveKeys(IDbContextFactory<KioskDb> archive) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = archive.CreateDbContext();
        // Two processes that open at once may both have taken over the same file, and a key ring refuses a key that comes twice.
        return [.. db.DataProtectionKeys.OrderBy(key => key.Id).Select(key => key.Xml).AsEnumerable().Distinct(StringComparer.Ordinal).Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = archive.CreateDbContext();
        db.DataProtectionKeys.Add(new DataProtectionKey { Xml = Text(element) });
        db.SaveChanges();
    }

    /// <summary>Takes over keys that stand as files in a directory. The files stay, for who puts back a version that reads them there.</summary>
    /// <param name="directory">Need not be there.</param>
    /// <param name="cancellation">Takes over nothing.</param>
    public async Task TakeOverAsync(string directory, CancellationToken cancellation)
    {
        if (!Directory.Exists(directory))
            return;
        var files = new FileSystemXmlRepository(new DirectoryInfo(directory), NullLoggerFactory.Instance).GetAllElements().Select(Text);
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var known = await db.DataProtectionKeys.Select(key => key.Xml).ToListAsync(cancellation);
        db.DataProtectionKeys.AddRange(files.Except(known, StringComparer.Ordinal).Select(xml => new DataProtectionKey { Xml = xml }));
        await db.SaveChangesAsync(cancellation);
    }

    private static string Text(XElement element) => element.ToString(SaveOptions.DisableFormatting);
}
