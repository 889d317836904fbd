using System.Net.Mail;
using System.Text;
using Kiosk.Data.Alerts;
using Kiosk.Web.Accounts;
using Kiosk.Web.Citing;
using Kiosk.Web.Digests;
using Kiosk.Web.Mail;
using Kiosk.Web.Reading;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Alerts;

/// <summary>Writes the mail of one alert, with a link and headers that switch that alert off (RFC 8058).</summary>
public sealed class AlertMail(SubscriberLinks links, PublicAddress address, IOptions<MailOptions> options)
{
    /// <summary>Told one by one; the rest is counted.</summary>
    public const int MostPieces = 15;

    public const string OffPath = "/attendering/uit";

    public const string PagePath = "/mijn-kiosk/attenderingen";

    private const int LongestName = 60;

    private readonly MailAddress _from = new(options.Value.From);

    /// <summary>Where an alert is switched off without signing in.</summary>
    public Uri OffLink(long alert) => address.Of($"{OffPath}/{links.Token(alert, LinkUse.Alert)}");

    /// <summary>The mail of a letter. Made twice, it carries the same Message-ID.</summary>
    /// <param name="letter">With alert and user.</param>
    /// <param name="cards">The newest pieces, at most <see cref="MostPieces"/>, cut to what their sources allow.</param>
    /// <param name="count">Pieces in all.</param>
    public MailMessage Write(AlertLetter letter, IReadOnlyList<ArticleCard> cards, int count)
    {
        var (alert, off) = (letter.Alert!, OffLink(letter.AlertId));
        var message = new MailMessage(_from, new MailAddress(alert.User!.Email!))
        {
            Subject = count == 1 ? $"Nieuw: {OneLine.Of(cards[0].Title)}" : $"{DutchText.Count(count, "nieuw stuk", "nieuwe stukken")} voor ‘{Name(alert)}’",
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.Headers["Message-ID"] = links.AlertMessageId(letter.AlertId, letter.Id, _from.Host);
        message.Headers["List-Id"] = $"Attenderingen van de Kiosk <attenderingen.{_from.Host}>"; // RFC 2919
        message.Headers["List-Unsubscribe"] = $"<{off.AbsoluteUri}>";
        message.Headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"; // RFC 8058
        message.Headers["Auto-Submitted"] = "auto-generated"; // RFC 3834: no holiday replies.
        message.AlternateViews.Add(MailPart.Text(Text(alert, cards, count, off)));
        message.AlternateViews.Add(MailPart.Html(HtmlOf(alert, cards, count, off, message.Subject)));
        return message;
    }

    private string Text(Alert alert, IReadOnlyList<ArticleCard> cards, int count, Uri off)
    {
        var parts = new List<string> { Opening(alert) };
        parts.AddRange(cards.Select(card => string.Join("\r\n", new[] { OneLine.Of(card.Title), Source(card), card.Lead.ReplaceLineEndings(" "), address.Of(card.Link).AbsoluteUri }.Where(line => line.Length > 0))));
        if (count > cards.Count)
            parts.Add($"{Rest(count - cards.Count)}:\r\n{AllLink(alert).AbsoluteUri}");
        parts.Add($"Zet deze attendering uit:\r\n{off.AbsoluteUri}");
        parts.Add($"Pas je attenderingen aan:\r\n{address.Of(PagePath)}");
        parts.Add("de Kiosk");
        return string.Join("\r\n\r\n", parts) + "\r\n";
    }

    private string HtmlOf(Alert alert, IReadOnlyList<ArticleCard> cards, int count, Uri off, string title)
    {
        var html = new MailHtml(title).Paragraph(Opening(alert));
        foreach (var card in cards)
        {
            var lang = card.ForeignLanguage is { } language ? $" lang=\"{MailHtml.Encode(language)}\"" : "";
            html.Line($"<h2{lang}>{MailHtml.Link(address.Of(card.Link), OneLine.Of(card.Title))}</h2>").Paragraph(Source(card));
            if (card.Lead.Length > 0)
                html.Line($"<p{lang}>{MailHtml.Encode(card.Lead)}</p>");
        }

        if (count > cards.Count)
            html.Line($"<p>{MailHtml.Link(AllLink(alert), Rest(count - cards.Count))}</p>");
        return html.Line($"<p>{MailHtml.Link(off, "Zet deze attendering uit")} of {MailHtml.Link(address.Of(PagePath), "pas je attenderingen aan")}.</p>").ToString();
    }

    private static string Opening(Alert alert) => $"Dit vond je attendering ‘{Name(alert)}’.";

    private static string Rest(int count) => $"En nog {DutchText.Count(count, "stuk", "stukken")}: bekijk alles in de Kiosk";

    private static string Source(ArticleCard card) => $"{OneLine.Of(card.SourceName)}, {DutchTime.Date(card.PublishedAt)}";

    private Uri AllLink(Alert alert) => address.Of($"{Links.Search(alert.Query)}&sorteer=nieuwste{(alert.Exactly ? "&precies=1" : "")}");

    private static string Name(Alert alert) => OneLine.Of(alert.Query) is { Length: > LongestName } longer ? longer[..LongestName].TrimEnd() + "…" : OneLine.Of(alert.Query);
}
