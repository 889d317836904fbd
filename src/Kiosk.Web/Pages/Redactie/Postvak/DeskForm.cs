using Kiosk.Data.Editorial;
using Kiosk.Web.Accounts;
using Kiosk.Web.Citing;
using Kiosk.Web.Editions;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.Web.Pages.Redactie.Postvak;

/// <summary>What an editor filled in, for one piece or for all that she selected.</summary>
public sealed class DeskForm
{
    /// <summary>What is to be done: see <see cref="DeskWork"/>.</summary>
    [FromForm(Name = "doe")]
    public string Act { get; set; } = "";

    /// <summary>The pieces, each as <see cref="ArticleRef"/> writes it.</summary>
    [FromForm(Name = "stuk")]
    public string[] Pieces { get; set; } = [];

    /// <summary>The piece that lies open, into which others are merged.</summary>
    [FromForm(Name = "open")]
    public string? Open { get; set; }

    /// <summary>The topics that are ticked, by id.</summary>
    [FromForm(Name = "onderwerp")]
    public int[] Topics { get; set; } = [];

    /// <summary>Those that were ticked when the form was made: only what was changed since is done.</summary>
    [FromForm(Name = "stond")]
    public int[] TopicsShown { get; set; } = [];

    /// <summary>Another topic, by name; may be empty.</summary>
    [FromForm(Name = "bij")]
    public string? OtherTopic { get; set; }

    /// <summary>Makes it a pick if it is not empty.</summary>
    [FromForm(Name = "citaat")]
    public string? Quote { get; set; }

    [FromForm(Name = "naam")]
    public string? Signature { get; set; }

    [FromForm(Name = "van")]
    public DateOnly? From { get; set; }

    [FromForm(Name = "tot")]
    public DateOnly? Until { get; set; }

    [FromForm(Name = "dossier")]
    public long? Dossier { get; set; }

    /// <summary>The piece to open next; null for none.</summary>
    [FromForm(Name = "volgende")]
    public long? Next { get; set; }

    /// <summary>The last act on the piece that she saw.</summary>
    [FromForm(Name = "gezien")]
    public long Seen { get; set; }

    public IReadOnlyList<ArticleRef> Refs => [.. Pieces.Select(ArticleRef.Parse).OfType<ArticleRef>().DistinctBy(piece => piece.Id)];

    /// <summary>The piece to open when all is done: the same one as long as it stays in the inbox, or else the one after it.</summary>
    public long? NextOpen
    {
        get
        {
            var open = ArticleRef.Parse(Open)?.Id;
            var leaves = Act is DeskWork.Publish or DeskWork.Hide && Refs.Any(piece => piece.Id == open);
            return leaves ? Next : open;
        }
    }

    public string QuoteText => OneLine.Of(Quote ?? "");

    public bool IsPick => QuoteText.Length > 0;

    public KeptPick Pick(long article, DateOnly today)
    {
        var from = From ?? today;
        return new KeptPick(article, QuoteText, OneLine.Of(Signature ?? "") is { Length: > 0 } given ? given : Visitor.AllEditors, from, Until ?? from.AddDays(PickRules.UsualDays - 1));
    }
}
