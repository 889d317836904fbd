using Kiosk.Data;
using Kiosk.Data.Proposals;
using Kiosk.Ingest.Proposals;
using Kiosk.Web.Accounts;
using Kiosk.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Suggesting;

/// <summary>Takes in the links that people suggest. Who suggests hears nothing of what the kiosk has or does not have: the answer is always the same.</summary>
public sealed class OpenDoor(IDbContextFactory<KioskDb> archive, Bell<SuggestionRound> bell, TimeProvider time)
{
    /// <summary>More open suggestions than an editor will ever read: what comes on top is a flood.</summary>
    private const int MostOpen = 2_000;

    private const int MostOfOneLink = 5;

    /// <summary>What is wrong with what was typed, in Dutch, by field; empty if nothing is.</summary>
    public static Dictionary<string, string> Problems(string? url, string? note, string? email)
    {
        var problems = new Dictionary<string, string>();
        if (Address(url) is null)
            problems["adres"] = "Plak het hele adres van de bladzijde, bijvoorbeeld https://www.voorbeeld.nl/stuk.";
        if (note?.Length > LinkSuggestion.LongestNote)
            problems["toelichting"] = $"Je toelichting is te lang: hooguit {LinkSuggestion.LongestNote} tekens.";
        if (!string.IsNullOrWhiteSpace(email) && EmailAddress.Parse(email) is null)
            problems["mail"] = "Dit is geen e-mailadres. Laat het leeg als je geen bericht wilt.";
        return problems;
    }

    /// <summary>Keeps a suggestion for the editors, and has its page read.</summary>
    public async Task TakeAsync(string url, string? note, string? email, CancellationToken cancellation)
    {
        var (address, now) = (Address(url)!, time.GetUtcNow());
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await db.LinkSuggestions.CountAsync(one => one.State == SuggestionState.Open, cancellation) >= MostOpen
            || await db.LinkSuggestions.CountAsync(one => one.State == SuggestionState.Open && one.Url == address, cancellation) >= MostOfOneLink)
            return;
        db.LinkSuggestions.Add(new LinkSuggestion
        {
            Url = address,
            Note = (note ?? "").Trim(),
            Email = EmailAddress.Parse(email)?.ToLowerInvariant(),
            SentAt = now,
            NextAttemptAt = now,
        });
        await db.SaveChangesAsync(cancellation);
        bell.Ring();
    }

    private static string? Address(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length > 0 && !text.Contains("://", StringComparison.Ordinal))
            text = "https://" + text;
        return text.Length <= LinkSuggestion.LongestUrl && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0
            && url.Host.Contains('.', StringComparison.Ordinal) ? url.AbsoluteUri : null;
    }
}
