using System.Security.Cryptography;
using Kiosk.Data.Digests;
using Kiosk.Data.Storage;
using Kiosk.Web.Digests;
using Kiosk.Web.Subscribing;

namespace Kiosk.Web.Bounces;

/// <summary>
/// Takes mail that came back, however it came. It counts only if it names a letter by the id that we signed, so nobody can stop the letters of somebody else. What cannot be
/// understood is kept in the data directory, for a person to look at.
/// </summary>
public sealed partial class BounceDesk(SubscriberLinks links, DeliveryQueue queue, Subscriptions subscriptions, StorageOptions storage, ILogger<BounceDesk> logger)
{
    /// <summary>More than this is not kept: somebody has to look first.</summary>
    private const int MostKept = 1000;

    private string Kept => Path.Combine(storage.DataDirectory, "teruggekomen");

    /// <summary>Reads one mail and does what follows from it. Given twice, it does it once.</summary>
    /// <param name="mail">Its bytes, at least the first <see cref="MimePart.MostBytes"/>.</param>
    public async Task<BounceOutcome> TakeAsync(ReadOnlyMemory<byte> mail, CancellationToken cancellation)
    {
        if (BounceReport.Read(mail.Span) is not { } report || (report.Kind != BounceKind.Nothing && links.ReadMessageId(report.Names) is null))
            return await KeepAsync(mail, cancellation);
        if (report.Kind == BounceKind.Nothing || links.ReadMessageId(report.Names) is not var (subscriber, digest))
            return BounceOutcome.Nothing;
        LogReport(report.Kind, digest, report.Words);
        if (report.Kind == BounceKind.Complaint)
        {
            await subscriptions.LeaveAsync(subscriber, cancellation);
            return BounceOutcome.Counted;
        }

        var (state, sentence) = report.Kind switch
        {
            BounceKind.Hard => (DeliveryState.HardBounced, "Het adres bestaat niet."),
            BounceKind.Soft => (DeliveryState.SoftBounced, "De brief kwam terug: de postbus is vol of dicht."),
            _ => (DeliveryState.GivenUp, "De mailserver van de ontvanger wil onze mail niet."),
        };
        var reason = report.Words.Length == 0 ? sentence : $"{sentence} Hij zei: {report.Words}";
        return await queue.BounceAsync(subscriber, digest, state, reason, cancellation) ? BounceOutcome.Counted : BounceOutcome.Nothing;
    }

    /// <summary>Kept under a name that follows from its content: the same mail is kept once.</summary>
    private async Task<BounceOutcome> KeepAsync(ReadOnlyMemory<byte> mail, CancellationToken cancellation)
    {
        var directory = Directory.CreateDirectory(Kept);
        var path = Path.Combine(directory.FullName, Convert.ToHexStringLower(SHA256.HashData(mail.Span).AsSpan(0, 12)) + ".eml");
        if (File.Exists(path))
            return BounceOutcome.Kept;
        if (directory.EnumerateFiles("*.eml").Take(MostKept).Count() == MostKept)
        {
            LogFull(MostKept, directory.Name);
            return BounceOutcome.Refused;
        }

        await File.WriteAllBytesAsync(path + ".deel", mail, cancellation);
        File.Move(path + ".deel", path, overwrite: true);
        LogKept(Path.Combine(directory.Name, Path.GetFileName(path)));
        return BounceOutcome.Kept;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Mail of digest {Digest} came back ({Kind}): {Words}")]
    private partial void LogReport(BounceKind kind, long digest, string words);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A mail that came back names no letter of ours: look at {File} in the data directory, and delete it")]
    private partial void LogKept(string file);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} mails that nobody understood lie in {Directory}: look at them and delete them; further ones are refused")]
    private partial void LogFull(int count, string directory);
}

/// <summary>What became of a mail that came back.</summary>
public enum BounceOutcome
{
    /// <summary>It changed something.</summary>
    Counted,

    /// <summary>It says nothing new.</summary>
    Nothing,

    /// <summary>It was not understood, and is kept.</summary>
    Kept,

    /// <summary>It was not understood, and there is no room to keep it: whoever brought it should keep it.</summary>
    Refused,
}
