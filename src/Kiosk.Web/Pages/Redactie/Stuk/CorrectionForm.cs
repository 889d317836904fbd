using System.Globalization;
using Kiosk.Data;
using Kiosk.Data.Editorial;
using Kiosk.Ingest.Archiving;
using Kiosk.Web.Citing;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.Web.Pages.Redactie.Stuk;

/// <summary>The fields of an article as an editor fills them in.</summary>
public sealed class CorrectionForm
{
    private const int LongestTitle = 500;
    private const int LongestLead = 400;
    private const int LongestBody = 400_000;
    private const int MostAuthors = 50;

    /// <summary>As it was shown: see <see cref="ArticleRef"/>.</summary>
    [FromForm(Name = "stuk")]
    public string? Piece { get; set; }

    [FromForm(Name = "gezien")]
    public long Seen { get; set; }

    [FromForm(Name = "titel")]
    public string? Title { get; set; }

    [FromForm(Name = "inleiding")]
    public string? Lead { get; set; }

    /// <summary>On the clock of Amsterdam.</summary>
    [FromForm(Name = "datum")]
    public string? Published { get; set; }

    /// <summary>One a line.</summary>
    [FromForm(Name = "auteurs")]
    public string? Authors { get; set; }

    /// <summary>HTML; null where the source does not let us show its text.</summary>
    [FromForm(Name = "tekst")]
    public string? Body { get; set; }

    public static CorrectionForm Of(Article article, long seen) => new()
    {
        Piece = new ArticleRef(article.Id, article.Version).ToString(),
        Seen = seen,
        Title = article.Title,
        Lead = article.Lead,
        Published = DutchTime.Machine(article.PublishedAt)[..16],
        Authors = string.Join('\n', article.Authors),
        Body = article.Source!.Rights == Rights.Full ? article.BodyHtml : null,
    };

    /// <summary>What is wrong with it, in Dutch; null if nothing.</summary>
    public string? Problem(DateTimeOffset now)
    {
        if (OneLine.Of(Title ?? "").Length is 0 or > LongestTitle)
            return $"Geef een kop van 1 tot {LongestTitle} tekens.";
        if (OneLine.Of(Lead ?? "").Length > LongestLead)
            return $"Maak de inleiding hooguit {LongestLead} tekens lang.";
        if (Moment() is not { } moment)
            return "Geef een dag en een tijd.";
        if (moment > now)
            return "De datum ligt in de toekomst.";
        if (Names.Count > MostAuthors || Names.Exists(name => name.Length > 200))
            return $"Geef hooguit {MostAuthors} auteurs, elk op een eigen regel.";
        return Body is { Length: > LongestBody } ? "De tekst is te lang." : null;
    }

    /// <summary>The fields that differ from what she was shown, so that a field that she left alone goes on following its source.</summary>
    /// <param name="article">As it is now, with its source.</param>
    public Dictionary<CorrectedField, string?> Wanted(Article article)
    {
        var shown = Of(article, Seen);
        var wanted = new Dictionary<CorrectedField, string?>();
        if (OneLine.Of(Title!) != article.Title)
            wanted[CorrectedField.Title] = OneLine.Of(Title!);
        if (OneLine.Of(Lead ?? "") != OneLine.Of(article.Lead))
            wanted[CorrectedField.Lead] = OneLine.Of(Lead ?? "");
        if (Published != shown.Published)
            wanted[CorrectedField.Published] = CorrectedText.Of(Moment()!.Value);
        if (!Names.SequenceEqual(article.Authors))
            wanted[CorrectedField.Authors] = string.Join('\n', Names);
        if (article.Source!.Rights == Rights.Full && Body is not null && Lines(Body) != Lines(article.BodyHtml))
            wanted[CorrectedField.Body] = CorrectedText.Of(EditedBody.Of(Body, new Uri(article.Url)));
        return wanted;
    }

    private List<string> Names => [.. (Authors ?? "").Split('\n').Select(OneLine.Of).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    private DateTimeOffset? Moment() =>
        DateTime.TryParse(Published, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year > 1900 ? DutchTime.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local)) : null;

    /// <summary>Forms send line ends of two signs.</summary>
    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
}
