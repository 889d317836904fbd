using System.Net.Sockets;

namespace Kiosk.Web.Mail;

/// <summary>What a mail server says to whoever comes in, before any mail is spoken of.</summary>
internal static class MailGreeting
{
    private const int LongestLine = 1000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The first line; empty if it says nothing; null if it does not answer at all.</summary>
    public static async Task<string?> ReadAsync(MailOptions mail, TimeProvider time, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(mail.Host!, mail.Port, both.Token);
            var (line, length) = (new byte[LongestLine], 0);
            while (length < line.Length && !line.AsSpan(0, length).Contains((byte)'\n') && await client.GetStream().ReadAsync(line.AsMemory(length), both.Token) is > 0 and var count)
                length += count;
            return System.Text.Encoding.Latin1.GetString(line, 0, length).Split('\n')[0].Trim();
        }
        catch (Exception problem) when (problem is SocketException or IOException || (problem is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }

    public static bool IsWelcome(string? greeting) => greeting?.StartsWith("220", StringComparison.Ordinal) == true;
}
