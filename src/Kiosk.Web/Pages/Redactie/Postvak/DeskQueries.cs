using Kiosk.Data;
using Kiosk.Data.Editorial;
using Kiosk.Web.Citing;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Postvak;

/// <summary>The editors' standing queries on the inbox; everybody at the desk has the same.</summary>
internal static class DeskQueries
{
    private const int Most = 40;

    /// <returns>What is wrong with it, in Dutch; null if it is kept.</returns>
    public static async Task<string?> SaveAsync(KioskDb db, string? name, string? query, DateTimeOffset now, CancellationToken cancellation)
    {
        var (title, text) = (OneLine.Of(name ?? ""), OneLine.Of(query ?? ""));
        if (text.Length is 0 or > DeskQuery.LongestQuery)
            return $"Geef een zoekvraag van 1 tot {DeskQuery.LongestQuery} tekens.";
        if (title.Length > DeskQuery.LongestName)
            return $"Geef de zoekvraag een naam van hooguit {DeskQuery.LongestName} tekens.";
        if (await db.DeskQueries.CountAsync(cancellation) >= Most)
            return $"Er zijn al {Most} zoekvragen. Haal er eerst een weg.";
        db.DeskQueries.Add(new DeskQuery { Name = title.Length > 0 ? title : text[..Math.Min(text.Length, DeskQuery.LongestName)], Query = text, MadeAt = now });
        await db.SaveChangesAsync(cancellation);
        return null;
    }
}
