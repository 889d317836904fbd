using Kiosk.Data;
using Kiosk.Ingest.Identity;

namespace Kiosk.Ingest.Archiving;

/// <summary>A candidate under names that nobody has yet.</summary>
/// <param name="Candidate">What came.</param>
/// <param name="Draft">The same, cleaned.</param>
/// <param name="WordsName">Its name by its words; null if it is a stub, or an event: these repeat their words for every date.</param>
internal sealed record Incoming(Candidate Candidate, ArticleDraft Draft, string? WordsName)
{
    public static Incoming From(Batch batch, Candidate candidate, DateTimeOffset now)
    {
        var draft = batch.Draft(candidate, now);
        var repeats = candidate.Item.Event is not null || batch.Kind(candidate.Item) == ArticleKind.Agenda;
        return new Incoming(candidate, draft, repeats || WordsHash.Of(draft.Title, draft.Body.Text) is not { } hash ? null : Alias.Words(hash));
    }
}
