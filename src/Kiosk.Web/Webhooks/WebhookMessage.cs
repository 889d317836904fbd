using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Kiosk.Data;
using Kiosk.Data.Webhooks;
using Kiosk.Web.Accounts;
using Kiosk.Web.Api;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Webhooks;

/// <summary>What a webhook is told (Standard Webhooks): a type, a moment, and the article as the API gives it, with the rights of its source.</summary>
public static class WebhookMessage
{
    public const string Published = "article.published";
    public const string Test = "kiosk.test";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The same for each time that a message is sent.</summary>
    public static string IdOf(long webhook, long article) => string.Create(CultureInfo.InvariantCulture, $"msg_{webhook}_{article}");

    /// <summary>The body; null if readers cannot see the article any more.</summary>
    public static async Task<byte[]?> BodyAsync(KioskDb db, WebhookDelivery delivery, PublicAddress address, CancellationToken cancellation)
    {
        if (delivery.ArticleId is not { } id)
            return JsonSerializer.SerializeToUtf8Bytes(new { type = Test, timestamp = delivery.CreatedAt, data = new { text = "Dit is een proefbericht van de Kiosk." } }, Json);
        if (await ArticleView.FindAsync(db, id, cancellation) is not { State: ArticleState.Visible } view)
            return null;
        var article = ApiArticle.From(view);
        return JsonSerializer.SerializeToUtf8Bytes(new { type = Published, timestamp = delivery.CreatedAt, data = article with { Link = address.Of(article.Link).AbsoluteUri } }, Json);
    }
}
