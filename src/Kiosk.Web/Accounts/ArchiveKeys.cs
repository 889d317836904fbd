using System.Xml.Linq;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Accounts;

/// <summary>Keeps the keys that protect cookies in the archive, so that every node can read what another wrote.</summary>
internal sealed class ArchiveKeys(IDbContextFactory<KioskDb> archive) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = archive.CreateDbContext();
        return [.. db.DataProtectionKeys.OrderBy(key => key.Id).Select(key => key.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = archive.CreateDbContext();
        db.DataProtectionKeys.Add(new DataProtectionKey { Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
