using Kiosk.Data.Digests;

namespace Kiosk.Web.Subscribing;

/// <summary>What somebody wants of the weekly digest.</summary>
/// <param name="Topics">Numbers of topics; at least one.</param>
/// <param name="Size">The most pieces in a letter.</param>
public sealed record Subscription(IReadOnlyList<int> Topics, DayOfWeek Weekday, Rhythm Rhythm, int Size = Subscriber.LongLetter, bool PlainText = false)
{
    public static readonly IReadOnlyList<int> Sizes = [Subscriber.ShortLetter, Subscriber.UsualLetter, Subscriber.LongLetter];

    public const DayOfWeek UsualDay = DayOfWeek.Tuesday;

    public void ApplyTo(Subscriber subscriber)
    {
        (subscriber.Weekday, subscriber.Rhythm, subscriber.Size, subscriber.PlainText) = (Weekday, Rhythm, Size, PlainText);
        subscriber.Topics.RemoveAll(link => !Topics.Contains(link.TopicId));
        subscriber.Topics.AddRange(Topics.Where(topic => subscriber.Topics.TrueForAll(link => link.TopicId != topic)).Select(topic => new SubscriberTopic { TopicId = topic }));
    }
}
