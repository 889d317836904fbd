using Kiosk.Data;
using Kiosk.Ingest.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Archiving;

/// <summary>The articles that some candidates may already be, found by their aliases.</summary>
internal sealed class KnownArticles
{
    private readonly Dictionary<string, KnownArticle> _byAlias;
    private Dictionary<long, Article> _loaded = [];

    private KnownArticles(Dictionary<string, KnownArticle> byAlias) => _byAlias = byAlias;

    /// <summary>Looks all aliases up in one query.</summary>
    public static async Task<KnownArticles> LookUpAsync(KioskDb db, IReadOnlyCollection<Candidate> candidates, CancellationToken cancellation)
    {
        var names = candidates.SelectMany(candidate => candidate.Aliases).ToList();
        return new KnownArticles(await db.ArticleAliases.AsNoTracking()
            .Where(alias => EF.Parameter(names).Contains(alias.Name))
            .Select(alias => new { alias.Name, Article = new KnownArticle(alias.ArticleId, alias.Article!.SourceId, alias.ContentHash ?? alias.Article.ContentHash, alias.ContentHash != null, alias.Article.KeptOut) })
            .ToDictionaryAsync(row => row.Name, row => row.Article, StringComparer.Ordinal, cancellation));
    }

    /// <summary>The article that goes by the first alias that anybody goes by; null if it is new.</summary>
    public KnownArticle? Find(Candidate candidate) => candidate.Aliases.Select(name => _byAlias.GetValueOrDefault(name)).FirstOrDefault(known => known is not null);

    /// <summary>The candidate's names that no article has yet.</summary>
    public IEnumerable<string> FreeAliases(Candidate candidate) => candidate.Aliases.Where(name => !_byAlias.ContainsKey(name));

    /// <summary>Loads, tracked and with their topics, names and events, those articles that must be touched, so that equal ones cost no more than their hash.</summary>
    public async Task LoadAsync(KioskDb db, IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        if (ids.Count > 0)
            _loaded = await db.Articles.Include(article => article.Topics).Include(article => article.TopicJudgements).Include(article => article.Aliases).Include(article => article.Event).Include(article => article.Corrections).AsSplitQuery().Where(article => EF.Parameter(ids).Contains(article.Id)).ToDictionaryAsync(article => article.Id, cancellation);
    }

    /// <summary>The whole article; null if it was not loaded, or was removed in between.</summary>
    public Article? Loaded(KnownArticle known) => _loaded.GetValueOrDefault(known.Id);
}
