using System.Globalization;
using Kiosk.Data.Lists;
using Kiosk.Data.Webhooks;

namespace Kiosk.Data.Editorial;

/// <summary>What an act was done to.</summary>
/// <param name="Id">The key in its table, as text.</param>
/// <param name="Title">What it is called at this moment.</param>
public sealed record ActSubject(SubjectKind Kind, string Id, string Title)
{
    public static ActSubject Of(Article article) => Of(SubjectKind.Article, article.Id, article.Title);

    public static ActSubject Of(ReadingList dossier) => Of(SubjectKind.Dossier, dossier.Id, dossier.Title);

    public static ActSubject Of(Source source) => Of(SubjectKind.Source, source.Id, source.Name);

    public static ActSubject Of(Topic topic) => Of(SubjectKind.Topic, topic.Id, topic.Name);

    public static ActSubject Of(SearchTerm term) => Of(SubjectKind.Term, term.Id, term.Rule);

    public static ActSubject Of(Webhook hook) => Of(SubjectKind.Webhook, hook.Id, hook.Name);

    public static ActSubject Of(SubjectKind kind, long id, string title) => new(kind, id.ToString(CultureInfo.InvariantCulture), title);
}
