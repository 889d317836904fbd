using System.Security.Claims;
using Kiosk.Data;
using Kiosk.Data.Editorial;
using Kiosk.Data.Proposals;
using Kiosk.Ingest.Proposals;
using Kiosk.Ingest.Sources;
using Kiosk.Web.Accounts;
using Kiosk.Web.Jobs;
using Kiosk.Web.Pages.Redactie.Bronbeheer;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Suggesting;

/// <summary>What editors do with suggested links. Of two who decide at once the first one does, and the other is told.</summary>
public sealed class SuggestionDesk(IDbContextFactory<KioskDb> archive, SuggestionIntake intake, SourceDesk sources, Bell<SuggestionLetters> bell, TimeProvider time)
{
    private const string Gone = "Iemand anders heeft hier al over beslist.";

    /// <summary>Makes it an article.</summary>
    /// <param name="source">The slug of the source that it belongs to; null makes one of the site, which is not harvested.</param>
    /// <param name="name">What the new source is called; null with <paramref name="source"/>.</param>
    /// <param name="rights">What may be shown of the new source.</param>
    /// <returns>Null if it was done; or else why not, in Dutch.</returns>
    public async Task<string?> AcceptAsync(long id, string? source, string? name, Rights rights, ArticleKind kind, ClaimsPrincipal editor, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await db.LinkSuggestions.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.State == SuggestionState.Open, cancellation) is not { } suggestion)
            return Gone;
        var (sourceId, problem) = string.IsNullOrEmpty(source) ? await MadeAsync(suggestion, name, rights, kind, editor, cancellation) : (await FindAsync(db, source, cancellation), "Deze bron bestaat niet meer. Kies een andere.");
        if (sourceId is not { } belongs)
            return problem;
        var article = await intake.TakeAsync(suggestion, belongs, kind, cancellation);
        // An editor has seen it by now, whatever the policy of its source.
        if (await db.Articles.AnyAsync(one => one.Id == article && one.State == ArticleState.Waiting, cancellation))
            await ArticleStanding.PublishAsync(db, Visitor.Of(editor)!.Batch(time.GetUtcNow()), new ArticleRef(article, Version: null), cancellation);
        return await CloseAsync(id, SuggestionState.Accepted, reason: null, article, source: null, editor, cancellation) ? null : Gone;
    }

    /// <summary>Says no, with a reason that the sender reads.</summary>
    /// <returns>Null if it was done; or else why not, in Dutch.</returns>
    public async Task<string?> DeclineAsync(long id, string? reason, ClaimsPrincipal editor, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return "Schrijf in een zin waarom niet. Wie het aandroeg, krijgt die zin te lezen.";
        var said = reason.Trim()[..Math.Min(reason.Trim().Length, LinkSuggestion.LongestReason)];
        return await CloseAsync(id, SuggestionState.Declined, said, article: null, source: null, editor, cancellation) ? null : Gone;
    }

    /// <summary>The link led to a source.</summary>
    public Task<bool> BecameSourceAsync(long id, int source, ClaimsPrincipal editor, CancellationToken cancellation) =>
        CloseAsync(id, SuggestionState.Accepted, reason: null, article: null, source, editor, cancellation);

    private async Task<bool> CloseAsync(long id, SuggestionState state, string? reason, long? article, int? source, ClaimsPrincipal editor, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var closed = await db.LinkSuggestions.Where(one => one.Id == id && one.State == SuggestionState.Open).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.State, state).SetProperty(one => one.Reason, reason).SetProperty(one => one.ClosedAt, now)
                .SetProperty(one => one.ArticleId, article).SetProperty(one => one.SourceId, source).SetProperty(one => one.NextAttemptAt, (DateTimeOffset?)null)
                .SetProperty(one => one.MailDueAt, one => one.Email == null ? null : (DateTimeOffset?)now), cancellation) == 1;
        if (!closed)
            return false;
        var suggestion = await db.LinkSuggestions.AsNoTracking().SingleAsync(one => one.Id == id, cancellation);
        EditorialLog.Record(
            db, Visitor.Of(editor)!.Batch(now), state == SuggestionState.Accepted ? SuggestionActs.Accepted : SuggestionActs.Declined,
            ActSubject.Of(SubjectKind.Suggestion, id, suggestion.Title ?? suggestion.Url), before: null, new KeptDecision(suggestion.Url, reason, article, source));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        bell.Ring();
        return true;
    }

    /// <summary>A source for one link of a site: its rights hold, and nothing is harvested.</summary>
    private async Task<(int? Id, string? Problem)> MadeAsync(LinkSuggestion suggestion, string? name, Rights rights, ArticleKind kind, ClaimsPrincipal editor, CancellationToken cancellation)
    {
        var called = string.IsNullOrWhiteSpace(name) ? new Uri(suggestion.Url).IdnHost : name.Trim();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var settings = new FeedsSource
        {
            Id = await SourceBook.FreeSlugAsync(db, called, cancellation),
            Name = called,
            Url = new Uri(new Uri(suggestion.Url), "/").AbsoluteUri,
            Format = SourceFormat.Page,
            Kind = kind,
            Rights = rights,
            Language = "nl",
            Enabled = false,
            Note = "Losse stukken, door lezers aangedragen. De kiosk haalt hier niets vanzelf op.",
        };
        var outcome = await sources.AddAsync(settings, reviewed: false, editor, cancellation);
        return (outcome.Source?.Id, string.Join(' ', outcome.Problems.Values));
    }

    private static Task<int?> FindAsync(KioskDb db, string slug, CancellationToken cancellation) =>
        db.Sources.Where(source => source.Slug == slug && source.MergedInto == null).Select(source => (int?)source.Id).SingleOrDefaultAsync(cancellation);
}
