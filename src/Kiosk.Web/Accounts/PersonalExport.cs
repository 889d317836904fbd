using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Accounts;

/// <summary>Everything about a person as JSON: an object with a list for each of <see cref="PersonalTables"/>.</summary>
public sealed class PersonalExport(IDbContextFactory<KioskDb> archive)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public async Task<byte[]> OfAsync(Guid user, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var tables = new Dictionary<string, object>();
        foreach (var table in PersonalTables.All)
            tables[table.Name] = await table.Export(db, user, cancellation);
        return JsonSerializer.SerializeToUtf8Bytes(tables, Json);
    }
}
