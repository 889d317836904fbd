using System.Net;
using Kiosk.Data;
using Kiosk.Data.Editorial;
using Kiosk.Ingest.Archiving;
using Kiosk.Ingest.Cleaning;
using Kiosk.Web.Accounts;
using Kiosk.Web.Citing;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Pages.Redactie.Bericht;

/// <summary>A short text as an editor typed it, or her program sent it; no longer than it looks, and nothing in it is HTML.</summary>
internal sealed record OwnPieceForm
{
    public const int LongestTitle = 150;
    public const int LongestText = 8000;
    public const int LongestAuthor = 80;
    private const int LeadLength = 300;

    private OwnPieceForm(string title, string text, string author) => (Title, Text, Author) = (title, text, author);

    /// <summary>On one line.</summary>
    public string Title { get; }

    /// <summary>A blank line starts a paragraph.</summary>
    public string Text { get; }

    public string Author { get; }

    public bool HasTitle => Title.Length is > 0 and <= LongestTitle;

    public bool HasText => Text.Length is > 0 and <= LongestText;

    public bool HasAuthor => Author.Length is > 0 and <= LongestAuthor;

    public static OwnPieceForm Read(string? title, string? text, string? author) => new(OneLine.Of(title ?? ""), (text ?? "").Trim(), OneLine.Of(author ?? ""));

    /// <summary>Makes an article of it, which readers see at once.</summary>
    /// <param name="topics">By id; of topics that there are.</param>
    /// <returns>The id of the article.</returns>
    public Task<long> WriteAsync(KioskDb db, ActBatch batch, IReadOnlyList<int> topics, PublicAddress address, CancellationToken cancellation)
    {
        var home = address.Of("/");
        var body = EditedBody.Of(Html(), home);
        var own = new OwnText(Title, Excerpt.Of(body.Text.Split('\n')[0], LeadLength), body, Author, topics);
        return OwnPiece.WriteAsync(db, batch, own, home.AbsoluteUri, article => address.Of(Links.Article(article, Title)).AbsoluteUri, cancellation);
    }

    private string Html() => string.Concat(Text.Replace("\r\n", "\n", StringComparison.Ordinal).Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)}</p>"));
}
