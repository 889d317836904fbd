using System.Net.Mail;
using Kiosk.Data;
using Kiosk.Data.Proposals;
using Kiosk.Web.Accounts;
using Kiosk.Web.Mail;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Suggesting;

/// <summary>Mails senders of links what became of them: one mail each, and then their address is gone.</summary>
public sealed partial class SuggestionLetters(
    IDbContextFactory<KioskDb> archive, IPostman postman, IOptions<MailOptions> options, PublicAddress address, TimeProvider time, ILogger<SuggestionLetters> logger)
{
    private const int MostAttempts = 5;

    /// <summary>An address that nobody answered to in all this time is erased.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(180);

    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMinutes(15);

    public async Task RunDueAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await ForgetAsync(db.LinkSuggestions.Where(one => one.Email != null && one.SentAt < now - LongestWait), cancellation);
        var due = await db.LinkSuggestions.Where(one => one.MailDueAt <= now).Select(one => one.Id).ToListAsync(cancellation);
        foreach (var id in due)
            await SendAsync(db, id, cancellation);
    }

    private async Task SendAsync(KioskDb db, long id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        // Claimed by moving it: another node, or this one after a failure, tries again only later.
        var claimed = await db.LinkSuggestions.Where(one => one.Id == id && one.MailDueAt <= now).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.MailDueAt, now + BetweenAttempts).SetProperty(one => one.MailAttempts, one => one.MailAttempts + 1), cancellation);
        if (claimed == 0)
            return;
        var suggestion = await db.LinkSuggestions.AsNoTracking().Include(one => one.Article).Include(one => one.Source).SingleAsync(one => one.Id == id, cancellation);
        var row = db.LinkSuggestions.Where(one => one.Id == id);
        if (suggestion.Email is null)
        {
            await ForgetAsync(row, cancellation);
            return;
        }

        try
        {
            using var message = Of(suggestion).ToMessage(new MailAddress(options.Value.From));
            await postman.DeliverAsync(message, cancellation);
            await ForgetAsync(row, cancellation);
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            LogFailed(problem.Message);
            if (suggestion.MailAttempts >= MostAttempts)
                await ForgetAsync(row, cancellation);
        }
    }

    private Letter Of(LinkSuggestion suggestion)
    {
        var (what, link) = suggestion switch
        {
            { Article: { } article } => ("De redactie heeft het stuk opgenomen.", (address.Of(Links.Article(article.Id, article.Title)), "Bekijk het in de Kiosk")),
            { Source: { } source } => ("De redactie volgt deze site voortaan als bron.", (address.Of(Links.Source(source.Slug)), "Bekijk de bron in de Kiosk")),
            _ => ($"De redactie heeft er goed naar gekeken en neemt het niet op. {suggestion.Reason}", ((Uri, string)?)null),
        };
        return new Letter(suggestion.Email!, "Wat er met je tip voor de Kiosk is gebeurd",
            ["Hallo,", $"Je droeg een link aan voor de Kiosk: {suggestion.Url}", what], link,
            ["Dank je wel voor het meedenken. We hebben je e-mailadres nu gewist; je krijgt hier geen mail meer over."]);
    }

    private static Task<int> ForgetAsync(IQueryable<LinkSuggestion> suggestions, CancellationToken cancellation) => suggestions.ExecuteUpdateAsync(
        set => set.SetProperty(one => one.Email, (string?)null).SetProperty(one => one.MailDueAt, (DateTimeOffset?)null), cancellation);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer to who suggested a link could not be sent: {Problem} Check Kiosk:Mail")]
    private partial void LogFailed(string problem);
}
