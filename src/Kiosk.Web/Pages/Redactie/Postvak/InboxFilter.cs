using System.Globalization;
using Kiosk.Data;
using Kiosk.Search.Queries;

namespace Kiosk.Web.Pages.Redactie.Postvak;

/// <summary>Which part of the inbox an editor looks at. It stands in the address, so that a view can be kept and shared.</summary>
public sealed record InboxFilter
{
    private const int LongestQuery = 400;

    /// <summary>By slug; null for all.</summary>
    public string? Source { get; init; }

    /// <summary>By slug; null for all.</summary>
    public string? Topic { get; init; }

    public ArticleKind? Kind { get; init; }

    /// <summary>Only what readers do not see before an editor let it through.</summary>
    public bool WaitingOnly { get; init; }

    /// <summary>In the language of the search page; empty for all.</summary>
    public string Query { get; init; } = "";

    /// <summary>The last item that was seen; null at the top.</summary>
    public InboxPlace? After { get; init; }

    public bool IsAll => this with { After = null } == new InboxFilter();

    public static InboxFilter Of(IQueryCollection query) => new()
    {
        Source = Text(query["bron"]),
        Topic = Text(query["onderwerp"]),
        Kind = Names.TryParse<ArticleKind>(query["soort"], out var kind) ? kind : null,
        WaitingOnly = query["bak"] == "wacht",
        Query = Text(query["vraag"]) is { } text ? text[..Math.Min(text.Length, LongestQuery)] : "",
        After = InboxPlace.Parse(query["na"]),
    };

    /// <summary>All but the query, which cannot be put to the archive.</summary>
    public IQueryable<Article> Of(KioskDb db)
    {
        var inbox = db.Articles.Where(article => article.InboxAt != null);
        if (Source is { } source)
            inbox = inbox.Where(article => article.Source!.Slug == source);
        if (Topic is { } topic)
            inbox = inbox.Where(article => article.Topics.Any(tag => tag.Topic!.Slug == topic));
        if (Kind is { } kind)
            inbox = inbox.Where(article => article.Kind == kind);
        if (WaitingOnly)
            inbox = inbox.Where(article => article.State == ArticleState.Waiting);
        return inbox;
    }

    public Query? ToQuery() => Query.Length == 0 ? null : Search.Queries.Query.Parse(Query);

    /// <summary>The address of this view, with or without a piece opened.</summary>
    public string Link(long? article = null) => InboxPath.Of(
        ("bron", Source), ("onderwerp", Topic), ("soort", Kind is { } kind ? Names.Of(kind) : null), ("bak", WaitingOnly ? "wacht" : null),
        ("vraag", Query.Length > 0 ? Query : null), ("na", After?.ToString()), ("stuk", article?.ToString(CultureInfo.InvariantCulture)));

    private static string? Text(string? given) => string.IsNullOrWhiteSpace(given) ? null : given.Trim();
}
