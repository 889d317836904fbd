using Kiosk.Web.Reading;

namespace Kiosk.Web.Digests;

/// <summary>Whole addresses for one letter. Those of the kiosk's own pages may carry from which edition somebody comes; never who.</summary>
/// <param name="root">The kiosk's own address.</param>
/// <param name="manage">Hers, signed: <see cref="SubscriberLinks"/>; null in a preview, whose links lead to the page where one subscribes.</param>
/// <param name="campaign">The name of the edition in addresses; null leaves it out.</param>
public sealed class LetterLinks(Uri root, string? manage, DateOnly week, string? campaign)
{
    private readonly string _root = root.GetLeftPart(UriPartial.Authority);

    /// <summary>Where she changes what she gets.</summary>
    public string Preferences => manage is null ? _root + DigestLinks.Subscribe : $"{_root}{SubscriberLinks.PreferencesPath}/{manage}";

    /// <summary>Where she leaves: a page for people, and by itself for mail programs (RFC 8058).</summary>
    public string Leave => manage is null ? _root + DigestLinks.Subscribe : $"{_root}{SubscriberLinks.LeavePath}/{manage}";

    /// <summary>The same digest on the web.</summary>
    public string Web => Of(DigestLinks.Of(week));

    public string Agenda => Of("/agenda");

    /// <summary>An article.</summary>
    public string Article(ArticleCard card) => Of(card.Link);

    /// <summary>Where she says that she wants no more of a topic: a page, since scanners follow every link.</summary>
    public string Without(string topic) => manage is null ? Preferences : $"{Preferences}?minder={Uri.EscapeDataString(topic)}";

    private string Of(string path) => campaign is null ? _root + path : $"{_root}{path}?{VisitCounter.Parameter}={campaign}";
}
