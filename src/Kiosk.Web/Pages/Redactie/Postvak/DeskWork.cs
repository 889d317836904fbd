using Kiosk.Data;
using Kiosk.Data.Editorial;
using Kiosk.Data.Lists;
using Kiosk.Web.Editions;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Postvak;

/// <summary>Does what an editor asked for in the inbox, to one piece or to many: all of it is one batch, to be undone in one go.</summary>
/// <param name="today">On the readers' calendar.</param>
internal sealed class DeskWork(KioskDb db, ActBatch batch, DateOnly today)
{
    public const string Publish = "plaats";
    public const string Hide = "weg";
    public const string Keep = "bewaar";
    public const string Merge = "samen";

    /// <summary>Does it. Nothing is done if the form is wrong; a piece that somebody else changed meanwhile is left alone.</summary>
    public async Task<DeskResult> DoAsync(DeskForm form, CancellationToken cancellation)
    {
        var pieces = form.Refs;
        if (pieces.Count == 0)
            return DeskResult.Wrong("Kies eerst een of meer stukken.");
        return form.Act switch
        {
            Hide => await EachAsync(pieces, piece => ArticleStanding.HideAsync(db, batch, piece, cancellation)),
            Merge => await MergeAsync(pieces, ArticleRef.Parse(form.Open), cancellation),
            Publish or Keep => await LabelAsync(form, pieces, cancellation),
            _ => DeskResult.Wrong("Deze handeling bestaat niet."),
        };
    }

    private static async Task<DeskResult> EachAsync(IEnumerable<ArticleRef> pieces, Func<ArticleRef, Task<WorkOutcome>> act)
    {
        var outcomes = new Dictionary<long, WorkOutcome>();
        foreach (var piece in pieces)
            outcomes[piece.Id] = await act(piece);
        return new DeskResult(outcomes, Problem: null);
    }

    /// <summary>All go into the piece that lies open, or else into the first.</summary>
    private async Task<DeskResult> MergeAsync(IReadOnlyList<ArticleRef> pieces, ArticleRef? open, CancellationToken cancellation)
    {
        var keep = open ?? pieces[0];
        var others = pieces.Where(piece => piece.Id != keep.Id).ToList();
        if (others.Count == 0)
            return DeskResult.Wrong("Kies ook een stuk dat in het geopende stuk opgaat.");
        // The one that stays changes at each merge; only the first is held against what was shown.
        return await EachAsync(others, async piece =>
        {
            var outcome = await ArticleMerging.MergeAsync(db, batch, keep, piece, cancellation);
            keep = outcome == WorkOutcome.Done ? keep with { Version = null } : keep;
            return outcome;
        });
    }

    private async Task<DeskResult> LabelAsync(DeskForm form, IReadOnlyList<ArticleRef> pieces, CancellationToken cancellation)
    {
        var on = form.Topics.Except(form.TopicsShown).ToList();
        if (OneWord(form.OtherTopic) is { } name)
        {
            var topics = await db.Topics.AsNoTracking().Select(topic => new { topic.Id, topic.Name }).ToListAsync(cancellation);
            if (topics.Find(topic => string.Equals(topic.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } topic)
                return DeskResult.Wrong($"Er is geen onderwerp dat ‘{name}’ heet.");
            on.Add(topic.Id);
        }

        on = await db.Topics.Where(topic => on.Contains(topic.Id)).Select(topic => topic.Id).ToListAsync(cancellation);
        if (form.IsPick && PickRules.Problem(form.Pick(pieces[0].Id, today)) is { } problem)
            return DeskResult.Wrong(problem);
        var off = form.TopicsShown.Except(form.Topics).ToList();
        return await EachAsync(pieces, piece => LabelAsync(form, piece, on, off, cancellation));
    }

    private async Task<WorkOutcome> LabelAsync(DeskForm form, ArticleRef piece, List<int> on, List<int> off, CancellationToken cancellation)
    {
        if (await ShownAsync(piece, cancellation) is not WorkOutcome.Unchanged and var gone)
            return gone;
        if (on.Count + off.Count > 0)
        {
            var tagged = await ArticleTagging.TagAsync(db, batch, piece, on, off, cancellation);
            if (tagged is not WorkOutcome.Done and not WorkOutcome.Unchanged)
                return tagged;
            piece = tagged == WorkOutcome.Done ? piece with { Version = piece.Version + 1 } : piece;
        }

        if (form.IsPick)
        {
            var title = await db.Articles.Where(article => article.Id == piece.Id).Select(article => article.Title).SingleAsync(cancellation);
            await PickActs.MakeAsync(db, batch, title, form.Pick(piece.Id, today), cancellation);
        }

        if (form.Dossier is { } dossier && await DossierActs.AddAsync(db, batch, dossier, piece.Id, cancellation) != ListOutcome.Changed)
            return WorkOutcome.Impossible;
        return form.Act == Publish ? await ArticleStanding.PublishAsync(db, batch, piece, cancellation) : WorkOutcome.Done;
    }

    /// <summary>Unchanged if the piece is as it was shown: a pick or a dossier must not go ahead of a change that is refused.</summary>
    private async Task<WorkOutcome> ShownAsync(ArticleRef piece, CancellationToken cancellation)
    {
        var now = await db.Articles.AsNoTracking().Where(article => article.Id == piece.Id).Select(article => new { article.Version, article.State }).SingleOrDefaultAsync(cancellation);
        return now is null ? WorkOutcome.NotFound
            : now.Version != piece.Version ? WorkOutcome.Outdated
            : now.State == ArticleState.Merged ? WorkOutcome.Impossible
            : WorkOutcome.Unchanged;
    }

    private static string? OneWord(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
