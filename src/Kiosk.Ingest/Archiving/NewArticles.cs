using System.Data.Common;
using System.Text.Json;
using Kiosk.Data;
using Kiosk.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Archiving;

/// <summary>The articles that a transaction adds, with their topics, events and names. They are not tracked: that costs more than all else of storing them.</summary>
internal sealed class NewArticles
{
    private readonly List<Article> _articles = [];
    private readonly List<(Article Article, string Name)> _names = [];

    /// <summary>They have an id once they are stored.</summary>
    public IReadOnlyList<Article> Articles => _articles;

    /// <param name="article">Until they are stored, it may be added to.</param>
    /// <param name="names">Of which nobody has any; a null is passed over.</param>
    public void Add(Article article, IEnumerable<string?> names)
    {
        _articles.Add(article);
        _names.AddRange(names.OfType<string>().Select(name => (article, name)));
    }

    /// <summary>Writes them.</summary>
    /// <exception cref="DbUpdateException">Somebody else has one of the names now.</exception>
    public async Task StoreAsync(KioskDb db, CancellationToken cancellation)
    {
        try
        {
            await NewRows.AddAsync(db, _articles, cancellation);
            await NewRows.AddAsync(db, [.. _articles.SelectMany(article => Of(article, article.Topics, static (topic, id) => topic.ArticleId = id))], cancellation);
            await NewRows.AddAsync(db, [.. _articles.Where(article => article.Event is not null).SelectMany(article => Of(article, [article.Event!], static (moment, id) => moment.ArticleId = id))], cancellation);
            await NewRows.AddAsync(db, [.. _articles.SelectMany(article => Of(article, article.Aliases, static (alias, id) => alias.ArticleId = id))], cancellation);
            await StoreNamesAsync(db, cancellation);
        }
        catch (DbException clash)
        {
            throw new DbUpdateException("New articles could not be stored.", clash);
        }
    }

    private static IEnumerable<T> Of<T>(Article article, IEnumerable<T> rows, Action<T, long> give)
    {
        foreach (var row in rows)
        {
            give(row, article.Id);
            yield return row;
        }
    }

    /// <summary>Four or so of each article, in one statement.</summary>
    private async Task StoreNamesAsync(KioskDb db, CancellationToken cancellation)
    {
        if (_names.Count == 0)
            return;
        if (db.Database.IsSqlite())
        {
            var rows = JsonSerializer.Serialize(_names.Select(row => new object[] { row.Name, row.Article.Id }));
            await db.Database.ExecuteSqlAsync($"INSERT INTO article_aliases (name, article_id) SELECT value ->> 0, value ->> 1 FROM json_each({rows})", cancellation);
            return;
        }

        var (names, ids) = (_names.Select(row => row.Name).ToArray(), _names.Select(row => row.Article.Id).ToArray());
        await db.Database.ExecuteSqlAsync($"INSERT INTO article_aliases (name, article_id) SELECT * FROM unnest({names}, {ids})", cancellation);
    }
}
