using Kiosk.Data;
using Kiosk.Data.Editions;
using Kiosk.Web.Accounts;
using Kiosk.Web.Editions;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Welkom;

/// <summary>Topics and role, chosen at once: kept with the account of who has one, and else in a cookie of her browser.</summary>
public sealed class WelkomPage(IDbContextFactory<KioskDb> archive, Following following, EditionBook book, DutchTime time) : PageModel
{
    public Choices Choices { get; private set; } = null!;

    public bool HasAccount { get; private set; }

    /// <summary>True if this browser keeps a choice.</summary>
    public bool HasChosen { get; private set; }

    /// <summary>Who was here before changes what she chose at its own page: this one only adds.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (Visitor.Of(User) is { } visitor)
        {
            HasAccount = true;
            if (await db.ReaderSettings.AnyAsync(settings => settings.UserId == visitor.Id && settings.WelcomedAt != null, cancellation))
                return LocalRedirect("/mijn-kiosk/volgen");
        }

        var kept = HasAccount ? null : DeviceChoice.Of(Request);
        HasChosen = kept is not null;
        Choices = await Choices.ReadAsync(db, kept, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "onderwerp")] string[]? topics, [FromForm(Name = "rol")] string? role, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var slugs = topics ?? [];
        var known = await db.Topics.AsNoTracking().Where(topic => slugs.Contains(topic.Slug)).ToListAsync(cancellation);
        if (Visitor.Of(User) is not { } visitor)
        {
            new DeviceChoice([.. known.Select(topic => topic.Slug)], DeviceChoice.RoleOf(role)).Keep(HttpContext);
            return LocalRedirect("/");
        }

        foreach (var topic in known)
            await following.FollowAsync(visitor.Id, new Follow { TopicId = topic.Id }, cancellation);
        if (DeviceChoice.RoleOf(role) is { } mine)
            await following.FollowAsync(visitor.Id, new Follow { Role = mine }, cancellation);
        await WelcomedAsync(visitor.Id, cancellation);
        await book.StartAnewAsync(visitor.Id, cancellation);
        return LocalRedirect("/");
    }

    /// <summary>Passes it over; it is not asked again.</summary>
    public async Task<IActionResult> OnPostOverslaanAsync(CancellationToken cancellation)
    {
        if (Visitor.Of(User) is { } visitor)
            await WelcomedAsync(visitor.Id, cancellation);
        else
            new DeviceChoice([], Role: null).Keep(HttpContext);
        return LocalRedirect("/");
    }

    private Task WelcomedAsync(Guid user, CancellationToken cancellation) =>
        following.ChangeAsync(user, settings => settings.WelcomedAt = time.Now, cancellation);
}
