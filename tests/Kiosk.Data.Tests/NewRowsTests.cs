using System.Data.Common;
using Kiosk.Data.Editorial;
using Kiosk.Data.Storage;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Tests;

public sealed class NewRowsTests
{
    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Rows_are_stored_as_if_they_had_been_tracked(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        await using var db = archive.Open();
        var source = await PlantAsync(db);
        Article[] articles = [Full(source, "een"), Full(source, "twee")];
        db.Articles.Add(articles[0]);
        await db.SaveChangesAsync();

        await NewRows.AddAsync(db, [articles[1]]);

        Assert.NotEqual(0, articles[1].Id);
        await using var again = archive.Open();
        var stored = await again.Articles.OrderBy(article => article.Id).ToListAsync();
        Assert.Equal(articles.Select(article => article.Id), stored.Select(article => article.Id));
        foreach (var property in again.Model.FindEntityType(typeof(Article))!.GetProperties().Where(property => property.Name is not (nameof(Article.Id) or nameof(Article.Title) or nameof(Article.Url) or nameof(Article.ContentHash))))
            Assert.Equal(property.PropertyInfo!.GetValue(stored[0]), property.PropertyInfo.GetValue(stored[1]));
        // By triggers, as for every row.
        Assert.True(await again.ArticleChanges.AnyAsync(change => change.ArticleId == articles[1].Id));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Keys_that_rows_bring_are_kept_and_others_given_out_in_order(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        await using var db = archive.Open();
        var source = await PlantAsync(db);
        var own = Full(source, "eigen");
        own.Id = 100;
        var given = Enumerable.Range(0, 5).Select(number => Full(source, $"nummer {number}")).ToList();

        await NewRows.AddAsync(db, [own]);
        await NewRows.AddAsync(db, given);
        await NewRows.AddAsync(db, [.. given.Select(article => new ArticleAlias { Name = article.Title, ArticleId = article.Id })]);

        Assert.Equal(100, own.Id);
        foreach (var article in given)
            Assert.Equal(article.Title, await db.ArticleAliases.Where(alias => alias.ArticleId == article.Id).Select(alias => alias.Article!.Title).SingleAsync());
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_row_that_is_refused_is_gone_with_its_transaction(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        await using var db = archive.Open();
        var source = await PlantAsync(db);
        await using (await db.Database.BeginTransactionAsync())
        {
            await NewRows.AddAsync(db, [Full(source, "een")]);
            await Assert.ThrowsAnyAsync<DbException>(() => NewRows.AddAsync(db, [new ArticleAlias { Name = "een", ArticleId = 999_999 }]));
        }

        Assert.Empty(await db.Articles.ToListAsync());
        await NewRows.AddAsync(db, Array.Empty<Article>());
    }

    private static async Task<int> PlantAsync(KioskDb db)
    {
        var source = Sample.Source();
        db.Sources.Add(source);
        await db.SaveChangesAsync();
        return source.Id;
    }

    private static Article Full(int source, string title)
    {
        var article = Sample.Article(source, title);
        (article.Kind, article.State, article.Evidence) = (ArticleKind.Onderzoek, ArticleState.Waiting, Evidence.Onderzocht);
        (article.Lead, article.BodyHtml, article.BodyText, article.Language) = ("Kort", "<p>Lang</p>", "Lang", "nl");
        article.PageStarts.AddRange([0, 12]);
        article.Chapters.Add("1 Inleiding");
        article.Authors.AddRange(["A. de Vries", "\"B\""]);
        article.Phases.AddRange([Phase.Nazorg, Phase.Wsnp]);
        article.Roles.Add(WorkRole.Beleid);
        article.Laws.Add("wgs/4a");
        article.Municipalities.Add("utrecht");
        article.SetByHand.Add(ArticleProperty.Fasen);
        (article.ValidFrom, article.UpdatedAt, article.InboxAt) = (new DateOnly(2026, 1, 31), Sample.Morning.ToOffset(TimeSpan.FromHours(1)), Sample.Morning);
        (article.WordCount, article.Version, article.KeptOut) = (7, 3, true);
        return article;
    }
}
