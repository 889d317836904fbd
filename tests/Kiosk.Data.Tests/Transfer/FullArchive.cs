using Kiosk.Data.Digests;
using Kiosk.Data.Editions;
using Kiosk.Data.Editorial;
using Kiosk.Data.Lists;
using Kiosk.Data.Topics;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kiosk.Data.Tests.Transfer;

/// <summary>An archive of which no column that is archive has its default value, whatever columns are added later.</summary>
internal static class FullArchive
{
    public static void Fill(KioskDb db)
    {
        var topics = Enumerable.Range(0, 2).Select(number => Filled(db, Sample.Topic($"onderwerp-{number}"), number)).ToList();
        var sources = Enumerable.Range(0, 2).Select(number => Filled(db, Sample.Source($"bron-{number}"), number)).ToList();
        db.AddRange(topics);
        db.AddRange(sources);
        db.SaveChanges();
        db.Add(Filled(db, new SourceTopic { SourceId = sources[1].Id, TopicId = topics[0].Id }, 1));
        db.Add(Sample.Source("kaal"));
        var articles = Enumerable.Range(0, 1200).Select(number => Filled(db, Sample.Article(sources[number % 2].Id, $"Stuk {number}"), number)).ToList();
        articles.Add(Sample.Article(sources[0].Id, "Kaal"));
        db.AddRange(articles);
        db.SaveChanges();
        // What was taken away leaves a hole in the numbers, which must stay.
        db.Remove(articles[1]);
        db.Add(Filled(db, new ArticleAlias { Name = "url:demobron.example/é?a=1", ArticleId = articles[0].Id }, 1));
        db.Add(Filled(db, new ArticleTopic { ArticleId = articles[0].Id, TopicId = topics[1].Id }, 2));
        db.Add(Filled(db, new TopicJudgement { ArticleId = articles[0].Id, TopicId = topics[0].Id }, 2));
        db.Add(Filled(db, new TopicAddress { Slug = "oud-adres", TopicId = topics[1].Id }, 2));
        db.Add(Filled(db, new Pick { ArticleId = articles[0].Id, Quote = "", Signature = "" }, 3));
        db.Add(Filled(db, new HarvestRun { SourceId = sources[0].Id, Message = "" }, 3));
        db.Add(Filled(db, new SearchTerm { Rule = "" }, 4));
        db.Add(Filled(db, new DeskQuery { Name = "", Query = "" }, 4));
        db.Add(Filled(db, new ArticleCorrection { ArticleId = articles[0].Id, Field = CorrectedField.Title, SourceValue = "" }, 4));
        db.Add(Filled(db, new ArticleEvent { ArticleId = articles[0].Id }, 4));
        db.Add(Filled(db, new ArticleCover { ArticleId = articles[0].Id }, 4));
        db.Add(new ArticleSketch { Period = 1_483, Hash = -5_000_000_000, ArticleId = articles[0].Id });
        db.Add(new FreshSketch { Period = 1_484, Hash = 5_000_000_001, ArticleId = articles[0].Id });
        db.Add(Filled(db, new PageToRead { SourceId = sources[0].Id, Name = "", Url = "", Host = "", ContentHash = "" }, 5));
        var story = Filled(db, new Story { LeadId = articles[2].Id }, 6);
        db.Add(story);
        db.SaveChanges();
        // The story stands after its articles in the file, and an article may point to a later one.
        (articles[2].StoryId, articles[3].StoryId, articles[4].MergedInto) = (story.Id, story.Id, articles[5].Id);
        var dossier = Filled(db, new ReadingList { Title = "" }, 4);
        dossier.Entries.Add(Filled(db, new ListEntry { ArticleId = articles[0].Id }, 5));
        db.Add(dossier);
        var digest = Filled(db, new Digest { Week = new DateOnly(2026, 11, 23) }, 6);
        db.Add(digest);
        db.SaveChanges();
        db.Add(Filled(db, new DigestTopic { DigestId = digest.Id, TopicId = topics[0].Id, Introduction = "", Signature = "" }, 7));
        db.Add(Filled(db, new DigestPiece { DigestId = digest.Id, TopicId = topics[0].Id, ArticleId = articles[0].Id }, 8));
        db.SaveChanges();
    }

    private static T Filled<T>(KioskDb db, T row, int seed) where T : class
    {
        foreach (var property in db.Model.FindEntityType(typeof(T))!.GetProperties().Where(property => !property.IsKey() && !property.IsForeignKey() && !IsUnique(property)))
            property.PropertyInfo!.SetValue(row, AnyValue.Of(property, seed));
        return row;
    }

    private static bool IsUnique(IProperty property) => property.GetContainingIndexes().Any(index => index.IsUnique);
}
