using System.Data.Common;
using Kiosk.Data;
using Kiosk.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Archiving;

/// <summary>The articles that a transaction adds, with their topics, events and names. They are not tracked: that costs more than all else of storing them.</summary>
internal sealed class NewArticles
{
    private readonly List<Article> _articles = [];

    /// <summary>They have an id once they are stored.</summary>
    public IReadOnlyList<Article> Articles => _articles;

    /// <param name="article">Until they are stored, it may be added to.</param>
    /// <param name="names">Of which nobody has any; a null is passed over.</param>
    public void Add(Article article, IEnumerable<string?> names)
    {
        _articles.Add(article);
        article.Aliases.AddRange(names.OfType<string>().Select(name => new ArticleAlias { Name = name }));
    }

    /// <summary>Writes them.</summary>
    /// <exception cref="DbUpdateException">Somebody else has one of the names now.</exception>
    public async Task StoreAsync(KioskDb db, CancellationToken cancellation)
    {
        try
        {
            await NewRows.AddAsync(db, _articles, cancellation);
            foreach (var article in _articles)
            {
                article.Topics.ForEach(topic => topic.ArticleId = article.Id);
                article.Aliases.ForEach(alias => alias.ArticleId = article.Id);
                if (article.Event is { } moment)
                    moment.ArticleId = article.Id;
            }

            await NewRows.AddAsync(db, [.. _articles.SelectMany(article => article.Topics)], cancellation);
            await NewRows.AddAsync(db, [.. _articles.SelectMany(article => article.Aliases)], cancellation);
            await NewRows.AddAsync(db, [.. _articles.Select(article => article.Event).OfType<ArticleEvent>()], cancellation);
        }
        catch (DbException clash)
        {
            throw new DbUpdateException("New articles could not be stored.", clash);
        }
    }
}
