using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Editions;
using Kiosk.Web.Accounts;
using Kiosk.Web.Editions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.MijnKiosk;

/// <summary>All that counts beside what a reader follows: what she said, and what she read and saved if she allows it. Each line can go.</summary>
public sealed class ProfielPage(IDbContextFactory<KioskDb> archive, UserManager<User> users, ReadingHistory history, Judging judging, Following following) : PageModel
{
    private const string Here = "/mijn-kiosk/profiel";
    private const int Shown = 100;

    public bool KeepsHistory { get; private set; }

    public IReadOnlyList<LearnedTopic> Topics { get; private set; } = [];

    public IReadOnlyList<Judgement> Judgements { get; private set; } = [];

    /// <summary>The latest.</summary>
    public IReadOnlyList<HistoryItem> History { get; private set; } = [];

    public int HistoryCount { get; private set; }

    private Guid Me => Visitor.Of(User)!.Id;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        KeepsHistory = (await users.MeAsync(User)).KeepsHistory;
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Judgements = await db.Judgements.AsNoTracking().Include(judgement => judgement.Article).Where(judgement => judgement.UserId == Me)
            .OrderByDescending(judgement => judgement.JudgedAt).Take(Shown).ToListAsync(cancellation);
        History = await db.ReadingHistory.AsNoTracking().Include(item => item.Article).Where(item => item.UserId == Me)
            .OrderByDescending(item => item.At).Take(Shown).ToListAsync(cancellation);
        HistoryCount = await db.ReadingHistory.CountAsync(item => item.UserId == Me, cancellation);
        Topics = await LearnedTopic.ReadAsync(db, Me, cancellation);
    }

    /// <summary>Turning it off wipes what was kept: without her leave nothing of it is stored.</summary>
    public async Task<IActionResult> OnPostOnthoudAsync([FromForm(Name = "onthoud")] bool remember, CancellationToken cancellation)
    {
        var user = await users.MeAsync(User);
        user.KeepsHistory = remember;
        await users.UpdateAsync(user);
        if (!remember)
            await history.WipeAsync(Me, cancellation);
        return LocalRedirect($"{Here}#geschiedenis");
    }

    public async Task<IActionResult> OnPostVergeetAsync([FromForm(Name = "stuk")] long article, CancellationToken cancellation)
    {
        await history.ForgetAsync(Me, article, act: null, cancellation);
        return LocalRedirect($"{Here}#geschiedenis");
    }

    public async Task<IActionResult> OnPostWisAsync(CancellationToken cancellation)
    {
        await history.WipeAsync(Me, cancellation);
        return LocalRedirect($"{Here}#geschiedenis");
    }

    public async Task<IActionResult> OnPostOordeelAsync([FromForm(Name = "stuk")] long article, CancellationToken cancellation)
    {
        await judging.WithdrawAsync(Me, article, cancellation);
        return LocalRedirect($"{Here}#oordelen");
    }

    /// <summary>What the kiosk gathered of a topic counts no longer: from now on it has the weight ‘niet’, which she can move.</summary>
    public async Task<IActionResult> OnPostKloptNietAsync([FromForm(Name = "onderwerp")] int topic, CancellationToken cancellation) =>
        await following.FollowAsync(Me, new Follow { TopicId = topic, Weight = 0 }, cancellation) ? LocalRedirect($"{Here}#onderwerpen") : NotFound();

    public async Task<IActionResult> OnPostKloptWelAsync([FromForm(Name = "onderwerp")] int topic, CancellationToken cancellation)
    {
        await following.StopAsync(Me, new Follow { TopicId = topic }, cancellation);
        return LocalRedirect($"{Here}#onderwerpen");
    }
}
