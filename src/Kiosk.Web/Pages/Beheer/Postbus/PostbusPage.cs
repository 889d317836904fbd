using Kiosk.Data.Storage;
using Kiosk.Web.Digests;
using Kiosk.Web.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kiosk.Web.Pages.Beheer.Postbus;

/// <summary>Mails that the kiosk wrote to its outbox, because it has no mail server: the newest first, or one of them.</summary>
public sealed class PostbusPage(StorageOptions storage) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<(string File, WrittenMail Mail, DateTimeOffset At)> Mails { get; private set; } = [];

    public int Total { get; private set; }

    /// <summary>The one that is open; null on the list.</summary>
    public WrittenMail? Open { get; private set; }

    public string? FileName { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "mail")] string? file, [FromQuery(Name = "vorm")] string? form, CancellationToken cancellation)
    {
        var directory = new DirectoryInfo(Path.Combine(storage.DataDirectory, "outbox"));
        var files = directory.Exists ? directory.GetFiles("*.eml") : [];
        if (file is not null)
            return await OpenAsync(Array.Find(files, one => one.Name == file), form, cancellation);
        Total = files.Length;
        var newest = files.OrderByDescending(one => one.LastWriteTimeUtc).ThenBy(one => one.Name, StringComparer.Ordinal).Take(Most);
        Mails = [.. newest.Select(one => (one.Name, WrittenMail.Parse(System.IO.File.ReadAllText(one.FullName)), new DateTimeOffset(one.LastWriteTimeUtc)))];
        return Page();
    }

    private async Task<IActionResult> OpenAsync(FileInfo? file, string? form, CancellationToken cancellation)
    {
        if (file is null)
            return NotFound();
        (FileName, Open) = (file.Name, WrittenMail.Parse(await System.IO.File.ReadAllTextAsync(file.FullName, cancellation)));
        if (form != "html" || Open.Html is not { } html)
            return Page();
        LetterPreviews.ShutIn(Response);
        return Content(html, "text/html; charset=utf-8");
    }
}
