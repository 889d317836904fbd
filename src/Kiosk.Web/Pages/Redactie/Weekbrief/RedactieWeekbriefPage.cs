using System.Globalization;
using Kiosk.Data;
using Kiosk.Data.Digests;
using Kiosk.Web.Accounts;
using Kiosk.Web.Digests;
using Kiosk.Web.Digests.Writing;
using Kiosk.Web.Mail;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Pages.Redactie.Weekbrief;

/// <summary>The digest of a week as it grows: the editors order, drop, add and write, look at it as anybody, and approve it or let it go by itself.</summary>
public sealed class RedactieWeekbriefPage(
    IDbContextFactory<KioskDb> archive, DigestDesk desk, DigestPreview preview, DigestMail mail, IPostman postman, IOptions<DigestOptions> options, DutchTime time) : PageModel
{
    public DateOnly Week { get; private set; }

    public Digest Digest { get; private set; } = null!;

    public IReadOnlyList<DeskTopic> Topics { get; private set; } = [];

    public IReadOnlyList<DroppedPiece> Dropped { get; private set; } = [];

    /// <summary>How many will get a letter in a week.</summary>
    public int Subscribers { get; private set; }

    /// <summary>How often somebody came to the web from letters of this week and of the one before, by day.</summary>
    public IReadOnlyList<(DateOnly Week, IReadOnlyList<DigestVisits> Days)> Visits { get; private set; } = [];

    public string? Done { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>What an editor wrote and somebody else's change kept from being stored; null if nothing was.</summary>
    public string? Unsaved { get; private set; }

    public string Hour => options.Value.At.ToString("H.mm", CultureInfo.InvariantCulture);

    public string Path => DigestLinks.DeskOf(Week);

    public DateOnly ThisWeek => DigestCalendar.WeekOf(time.Today);

    public Task<IActionResult> OnGetAsync(string? week, CancellationToken cancellation) => ShowAsync(week, cancellation);

    public Task<IActionResult> OnPostPlaatsAsync(string? week, [FromForm(Name = "onderwerp")] int topic, [FromForm(Name = "stuk")] long article, [FromForm(Name = "naar")] string? to, CancellationToken cancellation) =>
        ActAsync(week, monday => desk.MoveAsync(monday, topic, article, to == "omhoog" ? -1 : 1, cancellation), cancellation);

    public Task<IActionResult> OnPostWegAsync(string? week, [FromForm(Name = "onderwerp")] int topic, [FromForm(Name = "stuk")] long article, CancellationToken cancellation) =>
        ActAsync(week, async monday => { await desk.DropAsync(monday, topic, article, cancellation); Done = "Weggelaten. Onderaan zet je het terug."; }, cancellation);

    public Task<IActionResult> OnPostTerugAsync(string? week, [FromForm(Name = "onderwerp")] int topic, [FromForm(Name = "stuk")] long article, CancellationToken cancellation) =>
        ActAsync(week, async _ => { await desk.RestoreAsync(topic, article, cancellation); Done = "Teruggezet."; }, cancellation);

    public Task<IActionResult> OnPostErbijAsync(string? week, [FromForm(Name = "onderwerp")] int topic, [FromForm(Name = "stuk")] string? typed, CancellationToken cancellation) => ActAsync(week, async monday =>
    {
        if (ArticleOf(typed) is { } article && await desk.AddAsync(monday, topic, article, cancellation))
            Done = "Het stuk staat bovenaan.";
        else
            Problem = "Dit stuk is er niet. Plak het adres van een stuk in de kiosk, of het nummer erin.";
    }, cancellation);

    public Task<IActionResult> OnPostInleidingAsync(
        string? week, [FromForm(Name = "onderwerp")] int? topic, [FromForm(Name = "versie")] int? version, [FromForm(Name = "inleiding")] string? words, CancellationToken cancellation) => ActAsync(week, async monday =>
    {
        var (text, signature) = ((words ?? "").Trim().ReplaceLineEndings("\n"), Visitor.Of(User)!.Signature);
        if (text.Length > Digest.LongestIntroduction)
            (Problem, Unsaved) = ($"Een inleiding is hoogstens {DutchText.Number(Digest.LongestIntroduction)} tekens; deze heeft er {DutchText.Number(text.Length)}.", text);
        else if (topic is { } one)
            await desk.IntroduceAsync(monday, one, text, signature, cancellation);
        else if (!await desk.ChangeAsync(monday, version, (digest, _) => (digest.Introduction, digest.Signature) = (text, text.Length == 0 ? "" : signature), cancellation))
            (Problem, Unsaved) = ("Iemand anders veranderde deze weekbrief intussen. Jouw tekst staat hieronder; bewaar hem nog eens als hij zo moet.", text);
        Done = Problem is null ? "Bewaard." : null;
    }, cancellation);

    public Task<IActionResult> OnPostStandAsync(string? week, [FromForm(Name = "stand")] string? state, CancellationToken cancellation) => ActAsync(week, async monday =>
    {
        await desk.ChangeAsync(monday, version: null, (digest, now) => (digest.HeldAt, digest.ApprovedAt) = state switch
        {
            "vast" => (now, null),
            "goed" => (null, now),
            _ => ((DateTimeOffset?)null, (DateTimeOffset?)null),
        }, cancellation);
        Done = state switch { "vast" => "Er gaat niets uit tot iemand goedkeurt.", "goed" => "Goedgekeurd. Wat nog binnenkomt, wacht op de volgende brief.", _ => "De brief groeit verder en gaat vanzelf." };
    }, cancellation);

    public Task<IActionResult> OnPostProefAsync(string? week, [FromForm(Name = "keuze")] string[]? topics, CancellationToken cancellation) => ActAsync(week, async monday =>
    {
        var letter = await preview.OfTopicsAsync(monday, (await preview.TopicsAsync(topics ?? [], cancellation)).Known, cancellation);
        if (letter.IsEmpty)
        {
            Problem = "Er is niets te melden over deze onderwerpen.";
            return;
        }

        try
        {
            using var message = mail.Test(letter, Visitor.Of(User)!.Email);
            await postman.DeliverAsync(message, cancellation);
            Done = $"Een proef is onderweg naar {Visitor.Of(User)!.Email}.";
        }
        catch (Exception problem) when (problem is System.Net.Mail.SmtpException or IOException)
        {
            Problem = $"De mailserver nam de proef niet aan: {problem.Message}";
        }
    }, cancellation);

    /// <summary>The number of an article, or its address in the kiosk.</summary>
    private static long? ArticleOf(string? typed)
    {
        var text = typed?.Trim() ?? "";
        const string Before = "/artikel/";
        if (text.IndexOf(Before, StringComparison.Ordinal) is >= 0 and var at)
            text = text[(at + Before.Length)..].Split('/', '?', '#')[0];
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }

    private async Task<IActionResult> ActAsync(string? week, Func<DateOnly, Task> act, CancellationToken cancellation)
    {
        if (DigestCalendar.Parse(week) is not { } monday)
            return NotFound();
        await act(monday);
        return await ShowAsync(week, cancellation);
    }

    private async Task<IActionResult> ShowAsync(string? week, CancellationToken cancellation)
    {
        // From Friday on the next week is what there is still something to do about.
        if ((week is null ? DigestCalendar.WeekOf(time.Today.AddDays(3)) : DigestCalendar.Parse(week)) is not { } monday)
            return NotFound();
        Week = monday;
        var pool = await preview.PoolAsync(monday, cancellation);
        Digest = pool.Digest;
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var since = LetterComposer.FirstSince(Rhythm.Week, pool.Until);
        var items = pool.Topics.ToDictionary(topic => topic.Id, topic => pool.Of(topic.Id).Where(item => item.Moment > since).Take(DigestDesk.Shown).ToList());
        await LetterPiece.FillAsync(db, pool, items.Values.SelectMany(list => list).Select(item => item.ArticleId), time.Today, cancellation);
        Topics = [.. pool.Topics.Select(topic => new DeskTopic(topic, Path, [.. items[topic.Id].Where(item => pool.Pieces.ContainsKey(item.ArticleId)).Select(item => new DeskPiece(item, pool.Pieces[item.ArticleId]))]))];
        Dropped = await desk.DroppedAsync(monday, cancellation);
        if (options.Value.Campaign)
            Visits = [(monday.AddDays(-7), await VisitCounter.OfAsync(db, monday.AddDays(-7), cancellation)), (monday, await VisitCounter.OfAsync(db, monday, cancellation))];
        Subscribers = await db.Subscribers.CountAsync(one => one.ConsentedAt != null && one.StoppedAt == null, cancellation);
        return Page();
    }
}

/// <summary>A topic on the desk.</summary>
/// <param name="Path">Of the desk for this week.</param>
public sealed record DeskTopic(PoolTopic Topic, string Path, IReadOnlyList<DeskPiece> Pieces);

/// <summary>A piece on the desk.</summary>
public sealed record DeskPiece(DigestItem Item, LetterPiece Piece);
