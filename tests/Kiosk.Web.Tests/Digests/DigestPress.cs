using System.Net.Mail;
using Kiosk.Data;
using Kiosk.Data.Digests;
using Kiosk.Data.Storage;
using Kiosk.Testing;
using Kiosk.Web.Accounts;
using Kiosk.Web.Digests;
using Kiosk.Web.Hosting;
using Kiosk.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Digests;

/// <summary>What makes and sends the digest, over an archive of either kind, with a postman that keeps what he gets unless a mail server is set.</summary>
internal sealed class DigestPress : IAsyncDisposable
{
    public static readonly DateOnly Tuesday = new(2026, 11, 24);

    /// <summary>Half past seven on that Tuesday, half an hour after letters go.</summary>
    public static readonly DateTimeOffset Morning = new(2026, 11, 24, 6, 30, 0, TimeSpan.Zero);

    private readonly TestArchive _archive;
    private readonly ServiceProvider _services;

    private DigestPress(TestArchive archive, ManualTime time, Dictionary<string, string?> settings)
    {
        (_archive, Time) = (archive, time);
        var services = new ServiceCollection().AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddOptions<KioskOptions>().BindConfiguration(KioskOptions.Section);
        services.AddLogging().AddSingleton<TimeProvider>(time).AddKioskData(archive.Options).AddKioskAccounts().AddKioskMail().AddDigests();
        if (!settings.ContainsKey("Kiosk:Mail:Host"))
            services.AddSingleton<IPostman>(Postman);
        _services = services.BuildServiceProvider();
    }

    public ManualTime Time { get; }

    public KeepingPostman Postman { get; } = new();

    public DigestRound Round => _services.GetRequiredService<DigestRound>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public static async Task<DigestPress> OpenAsync(StorageKind kind = StorageKind.Sqlite, params (string Name, string Value)[] settings)
    {
        var time = new ManualTime(Morning);
        var press = new DigestPress(await TestArchive.CreateAsync(kind, time), time, settings.ToDictionary(pair => pair.Name, pair => (string?)pair.Value));
        await using var db = press.Open();
        db.AddRange(Sample.Source("een"), Sample.Source("twee"), Sample.Source("drie"), Named("Vroegsignalering", 0), Named("Wsnp", 1), Named("Beslag", 2));
        await db.SaveChangesAsync();
        return press;
    }

    public KioskDb Open() => _archive.Open();

    /// <summary>An article that was first seen so long before <see cref="Morning"/>.</summary>
    public async Task<long> ArticleAsync(string title, double daysOld, params int[] topics)
    {
        await using var db = Open();
        var article = Sample.Article(1 + (title.Length % 3), title);
        article.Lead = "Een opening over schulden.";
        article.FirstSeenAt = article.PublishedAt = article.ChangedAt = Morning.AddDays(-daysOld);
        foreach (var topic in topics)
            article.Topics.Add(new ArticleTopic { TopicId = topic, TaggedBy = TaggedBy.Rule, TaggedAt = Morning });
        db.Add(article);
        await db.SaveChangesAsync();
        return article.Id;
    }

    /// <param name="name">The part of her address before <c>@gemeente.example</c>, or a whole address.</param>
    public async Task<long> SubscribeAsync(string name, params int[] topics)
    {
        await using var db = Open();
        var subscriber = new Subscriber { Email = name.Contains('@', StringComparison.Ordinal) ? name : $"{name}@gemeente.example", AskedAt = Morning.AddDays(-60), ConsentedAt = Morning.AddDays(-60) };
        subscriber.Topics.AddRange(topics.Select(topic => new SubscriberTopic { TopicId = topic }));
        db.Add(subscriber);
        await db.SaveChangesAsync();
        return subscriber.Id;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _archive.DisposeAsync();
    }

    private static Topic Named(string name, int position) => new() { Slug = name.ToLowerInvariant(), Name = name, Position = position };
}

/// <summary>Keeps what he is given, and fails or dies when told to.</summary>
internal sealed class KeepingPostman : IPostman
{
    public List<(string To, string Subject, string MessageId, string Text)> Mails { get; } = [];

    /// <summary>Called with each mail before it is kept.</summary>
    public Action<MailMessage>? Before { get; set; }

    public async Task DeliverAsync(MailMessage message, CancellationToken cancellation)
    {
        Before?.Invoke(message);
        using var reader = new StreamReader(message.AlternateViews[0].ContentStream, leaveOpen: true);
        var mail = (message.To[0].Address, message.Subject, message.Headers["Message-ID"]!, await reader.ReadToEndAsync(cancellation));
        lock (Mails)
            Mails.Add(mail);
    }

    public void Forget(string address) => Mails.RemoveAll(mail => mail.To == address);
}
