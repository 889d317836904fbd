using Kiosk.Web.Mail;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Bounces;

/// <summary>
/// Reads the directory into which a mail server puts returned mail: a maildir (its <c>new</c> and <c>cur</c>), or any directory with one mail a file. What was taken is deleted; after a crash
/// it is taken again, which changes nothing.
/// </summary>
public sealed partial class BounceDrop(IOptions<MailOptions> options, BounceDesk desk, TimeProvider time, ILogger<BounceDrop> logger)
{
    private const int MostInARound = 1000;

    /// <summary>A file that changed just now may still be written to; in a maildir it is whole when it appears.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(10);

    /// <returns>How many mails were taken.</returns>
    public async Task<int> ReadAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(options.Value.BounceDirectory))
            return 0;
        var taken = 0;
        try
        {
            foreach (var file in Files(new DirectoryInfo(options.Value.BounceDirectory)).Take(MostInARound))
                taken += await TakeAsync(file, cancellation) ? 1 : 0;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            LogUnreadable(options.Value.BounceDirectory, problem.Message);
        }

        return taken;
    }

    private IEnumerable<FileInfo> Files(DirectoryInfo directory)
    {
        var maildir = new DirectoryInfo(Path.Combine(directory.FullName, "new"));
        if (maildir.Exists)
            return maildir.EnumerateFiles().Concat(new DirectoryInfo(Path.Combine(directory.FullName, "cur")) is { Exists: true } seen ? seen.EnumerateFiles() : []);
        var before = time.GetUtcNow() - Settled;
        return directory.EnumerateFiles().Where(file => file.Name[0] != '.' && file.LastWriteTimeUtc < before.UtcDateTime);
    }

    private async Task<bool> TakeAsync(FileInfo file, CancellationToken cancellation)
    {
        try
        {
            if (await desk.TakeAsync(await File.ReadAllBytesAsync(file.FullName, cancellation), cancellation) == BounceOutcome.Refused)
                return false;
            file.Delete();
            return true;
        }
        catch (FileNotFoundException)
        {
            return false; // Another node took it.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Returned mail in {Directory} cannot be read: {Problem} Check Kiosk:Mail:BounceDirectory and its rights")]
    private partial void LogUnreadable(string directory, string problem);
}
