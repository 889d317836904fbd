using Microsoft.AspNetCore.Identity;

namespace Kiosk.Data.Accounts;

/// <summary>
/// Every table that holds something about a person. To join: give the table a <c>user_id</c> that references <c>users</c> with
/// <c>ON DELETE CASCADE</c> (then erasing the account erases the rows) and add a line here (then the person can take them along).
/// Tests compare this list with the schema.
/// </summary>
public static class PersonalTables
{
    public static readonly IReadOnlyList<PersonalTable> All =
    [
        PersonalTable.Of("users", (db, user) => db.Users.Where(one => one.Id == user).Select(one => new
        {
            one.Id, one.Email, one.EmailConfirmed, one.Name, one.Role, one.CreatedAt, one.BlockedAt, one.KeepsHistory, one.TwoFactorEnabled,
            HasPassword = one.PasswordHash != null,
        })),
        PersonalTable.Of("user_tokens", (db, user) => db.Set<IdentityUserToken<Guid>>().Where(token => token.UserId == user).Select(token => new { token.Name })),
        PersonalTable.Of("user_passkeys", (db, user) => db.Set<IdentityUserPasskey<Guid>>().Where(passkey => passkey.UserId == user)
            .Select(passkey => new { passkey.Data.Name, passkey.Data.CreatedAt })),
        PersonalTable.Of("user_sessions", (db, user) => db.UserSessions.Where(session => session.UserId == user)
            .Select(session => new { session.Device, session.CreatedAt, session.SeenAt, session.ProvenAt, session.ExpiresAt, session.SecondFactor })),
        PersonalTable.Of("account_links", (db, user) => db.AccountLinks.Where(link => link.UserId == user)
            .Select(link => new { link.Purpose, link.Email, link.CreatedAt, link.ExpiresAt })),
        PersonalTable.Of("api_tokens", (db, user) => db.ApiTokens.Where(token => token.UserId == user)
            .Select(token => new { token.Name, token.Hint, token.Scopes, token.CreatedAt, token.ExpiresAt, token.LastUsedAt, token.RevokedAt })),
        PersonalTable.Of("follows", (db, user) => db.Follows.Where(follow => follow.UserId == user)
            .Select(follow => new { Topic = follow.Topic!.Name, Source = follow.Source!.Name, follow.Query, follow.Role, follow.Weight, follow.FollowedAt })),
        PersonalTable.Of("reader_settings", (db, user) => db.ReaderSettings.Where(settings => settings.UserId == user)
            .Select(settings => new { settings.EditionSize, settings.MailsReplacements, settings.WelcomedAt })),
        PersonalTable.Of("replacement_letters", (db, user) => db.ReplacementLetters.Where(letter => letter.UserId == user)
            .Select(letter => new { letter.ArticleId, letter.Article!.Title, letter.DueAt })),
        PersonalTable.Of("reader_editions", (db, user) => db.ReaderEditions.Where(edition => edition.UserId == user)
            .Select(edition => new { edition.Day, edition.MadeAt, edition.LeftOver })),
        PersonalTable.Of("edition_pieces", (db, user) => db.EditionPieces.Where(piece => piece.UserId == user)
            .Select(piece => new { piece.ArticleId, piece.Article!.Title, piece.Article.Url, piece.Day, piece.Why, piece.SwappedAt })),
        PersonalTable.Of("judgements", (db, user) => db.Judgements.Where(judgement => judgement.UserId == user)
            .Select(judgement => new { judgement.ArticleId, judgement.Article!.Title, judgement.Article.Url, judgement.Verdict, judgement.Objection, judgement.JudgedAt })),
        PersonalTable.Of("reading_history", (db, user) => db.ReadingHistory.Where(item => item.UserId == user)
            .Select(item => new { item.ArticleId, item.Article!.Title, item.Article.Url, item.Act, item.At })),
        PersonalTable.Of("reading_lists", (db, user) => db.ReadingLists.Where(list => list.UserId == user).Select(list => new
        {
            list.Id, list.Title, list.Description, list.CoverMark, list.CoverHue, list.IsLater, HasLink = list.LinkKey != null, list.CreatedAt, list.ChangedAt, list.RemovedAt,
            Entries = list.Entries.OrderBy(entry => entry.Position)
                .Select(entry => new { entry.ArticleId, entry.Article!.Title, entry.Article.Url, entry.Section, entry.Note, entry.AddedAt }).ToList(),
        })),
        PersonalTable.Of("annotations", (db, user) => db.Annotations.Where(annotation => annotation.UserId == user).OrderBy(annotation => annotation.Id).Select(annotation => new
        {
            annotation.ArticleId, annotation.Article!.Title, annotation.Article.Url, annotation.Exact, annotation.Prefix, annotation.Suffix, annotation.Note,
            annotation.MadeAt, annotation.ChangedAt, annotation.RemovedAt,
        })),
        PersonalTable.Of("alerts", (db, user) => db.Alerts.Where(alert => alert.UserId == user).OrderBy(alert => alert.Id).Select(alert => new
        {
            alert.Id, alert.Query, alert.Exactly, alert.Pace, HasFeed = alert.FeedKey != null, alert.CreatedAt, alert.ChangedAt, alert.PausedAt, alert.RemovedAt, alert.LastLetterAt,
        })),
        PersonalTable.Of("alert_finds", (db, user) => db.AlertFinds.Where(find => find.UserId == user).OrderBy(find => find.FoundAt)
            .Select(find => new { find.AlertId, find.ArticleId, find.Article!.Title, find.Article.Url, find.FoundAt })),
        PersonalTable.Of("alert_letters", (db, user) => db.AlertLetters.Where(letter => letter.UserId == user).OrderBy(letter => letter.Id)
            .Select(letter => new { letter.AlertId, letter.MadeAt, letter.SentAt, letter.Reason })),
        PersonalTable.Of("list_members", (db, user) => db.ListMembers.Where(member => member.UserId == user)
            .Select(member => new { member.ListId, member.List!.Title, member.Email, member.CanEdit, member.AddedAt })),
    ];
}
