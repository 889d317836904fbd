using System.Data.Common;
using System.Text.Json;
using Kiosk.Data;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Archiving;

/// <summary>The articles that a transaction adds. Their names, four or so of each, are kept apart: as tracked entities they would cost more than the articles themselves.</summary>
internal sealed class NewArticles(KioskDb db)
{
    private readonly List<(Article Article, string Name)> _names = [];

    /// <param name="article">Without names.</param>
    /// <param name="names">Of which nobody has any; a null is passed over.</param>
    public void Add(Article article, IEnumerable<string?> names)
    {
        db.Articles.Add(article);
        _names.AddRange(names.OfType<string>().Select(name => (article, name)));
    }

    /// <summary>Writes the names in one statement, once the articles have been saved.</summary>
    /// <exception cref="DbUpdateException">Somebody else has one of the names now.</exception>
    public async Task StoreNamesAsync(CancellationToken cancellation)
    {
        if (_names.Count == 0)
            return;
        try
        {
            await InsertAsync(cancellation);
        }
        catch (DbException clash)
        {
            throw new DbUpdateException("The names of new articles could not be stored.", clash);
        }
    }

    private Task<int> InsertAsync(CancellationToken cancellation)
    {
        if (db.Database.IsSqlite())
        {
            var rows = JsonSerializer.Serialize(_names.Select(row => new object[] { row.Name, row.Article.Id }));
            return db.Database.ExecuteSqlAsync($"INSERT INTO article_aliases (name, article_id) SELECT value ->> 0, value ->> 1 FROM json_each({rows})", cancellation);
        }

        var (names, ids) = (_names.Select(row => row.Name).ToArray(), _names.Select(row => row.Article.Id).ToArray());
        return db.Database.ExecuteSqlAsync($"INSERT INTO article_aliases (name, article_id) SELECT * FROM unnest({names}, {ids})", cancellation);
    }
}
