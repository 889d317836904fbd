using Kiosk.Web.Feeds;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kiosk.Web.Pages.Feeds;

/// <summary>Every public feed of the kiosk, to follow with a program of one's own.</summary>
public sealed class FeedsPage(FeedList list) : PageModel
{
    public IReadOnlyList<ListedFeed> Feeds { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Feeds = await list.PublicAsync(cancellation);
}
