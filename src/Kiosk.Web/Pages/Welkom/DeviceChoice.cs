using Kiosk.Data;
using Kiosk.Data.Editions;
using Kiosk.Web.Editions;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Welkom;

/// <summary>The topics and role that somebody without an account chose: kept in a cookie of her browser, and only once she has chosen.</summary>
/// <param name="Topics">Slugs; those that the kiosk does not know are passed over.</param>
public sealed record DeviceChoice(IReadOnlyList<string> Topics, WorkRole? Role)
{
    private const string Cookie = "keuze";
    private const int MostTopics = 30;
    private const char Between = '.';
    private const char BeforeRole = '~';

    /// <summary>Null if this browser keeps none, or nothing that makes sense.</summary>
    public static DeviceChoice? Of(HttpRequest request)
    {
        if (request.Cookies[Cookie] is not { Length: > 0 and < 2000 } text)
            return null;
        var parts = text.Split(BeforeRole, 2);
        var choice = new DeviceChoice([.. parts[0].Split(Between, StringSplitOptions.RemoveEmptyEntries).Take(MostTopics)], RoleOf(parts.ElementAtOrDefault(1)));
        return choice.IsEmpty ? null : choice;
    }

    public static WorkRole? RoleOf(string? name) => Names.TryParse<WorkRole>(name, out var role) ? role : null;

    private bool IsEmpty => Topics.Count == 0 && Role is null;

    /// <summary>Keeps it in this browser for a year; an empty choice takes the cookie away.</summary>
    public void Keep(HttpContext context)
    {
        if (IsEmpty)
            context.Response.Cookies.Delete(Cookie);
        else
            context.Response.Cookies.Append(Cookie, $"{string.Join(Between, Topics.Take(MostTopics))}{BeforeRole}{(Role is { } role ? Names.Of(role) : "")}", new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            });
    }

    public async Task<Taste> ToTasteAsync(KioskDb db, CancellationToken cancellation)
    {
        var builder = new TasteBuilder();
        foreach (var topic in await db.Topics.AsNoTracking().Where(topic => Topics.Contains(topic.Slug)).ToListAsync(cancellation))
            builder.FollowTopic(topic.Id, topic.Name, Follow.Usual);
        if (Role is { } role)
            builder.WorkAs(role, Follow.Usual);
        return builder.Build();
    }
}
