using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using Xunit;

namespace Kiosk.Testing;

/// <summary>
/// Debian's mail server on a free port of 127.0.0.1, with settings, queue and mailboxes in a directory of its own: nothing of the machine's is read or changed. It takes mail for
/// <c>gemeente.example</c> and <c>kiosk.example</c>, and hands on what is for <c>elders.example</c>.
/// </summary>
/// <remarks>Postfix gives each of its programs another user, so only root can start it: this process, or sudo without a password.</remarks>
public sealed class Postfix : IAsyncDisposable
{
    private const string Program = "/usr/sbin/postfix";

    /// <summary>Root may not own mailboxes; nobody may.</summary>
    private const string Nobody = "65534";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("kiosk-postfix-");

    private Postfix()
    {
    }

    /// <summary>Why it cannot be started here; null if it can.</summary>
    public static string? WhyNot { get; } =
        !File.Exists(Program) ? "Debian's postfix is not here: apt-get install postfix, and choose ‘No configuration’."
        : Environment.IsPrivilegedProcess || RunAsync("sudo", "-n", "true").GetAwaiter().GetResult().Code == 0 ? null
        : "Postfix can be started by root only, and sudo asks for a password.";

    public int Port { get; } = LoopbackPort.Free();

    /// <summary>A file with the certificate that it shows, for who should trust it.</summary>
    public string CertificatePath => Of("certificate.pem");

    /// <summary>Starts one, or skips the test if that cannot be done here.</summary>
    /// <param name="elsewhere">The port of the server that takes mail for <c>elders.example</c>.</param>
    /// <param name="mailboxes">The addresses for which it takes mail.</param>
    public static async Task<Postfix> StartAsync(int elsewhere, X509Certificate2 certificate, params string[] mailboxes)
    {
        Assert.SkipWhen(WhyNot is not null, WhyNot ?? "");
        var server = new Postfix();
        await server.WriteAsync(elsewhere, certificate, mailboxes);
        await server.DoAsync("start");
        return server;
    }

    /// <summary>The maildir of an address.</summary>
    public string Mailbox(string address) => Of(Path.Combine("mail", address.Split('@')[0]));

    /// <summary>What arrived for an address, as it was written.</summary>
    public IReadOnlyList<string> MailsOf(string address) =>
        Path.Combine(Mailbox(address), "new") is var arrived && Directory.Exists(arrived) ? [.. Directory.EnumerateFiles(arrived).Order(StringComparer.Ordinal).Select(File.ReadAllText)] : [];

    /// <summary>What it says to mail for an address from now on, such as <c>DEFER_IF_PERMIT 4.2.0 Later</c>; null: nothing special.</summary>
    public async Task AnswerAsync(string address, string? answer)
    {
        await File.WriteAllTextAsync(Of("access"), answer is null ? "" : $"{address} {answer}\n");
        // A reload would come back before its old programs, which keep what they read, have gone.
        await DoAsync("stop");
        await DoAsync("start");
    }

    /// <summary>What it noted, for who wonders why a test failed.</summary>
    public string Log() => File.Exists(Of("log")) ? File.ReadAllText(Of("log")) : "";

    public async ValueTask DisposeAsync()
    {
        await DoAsync("stop");
        // Its programs own much of what lies there.
        await AsRootAsync("rm", "-rf", _directory.FullName);
    }

    private async Task WriteAsync(int elsewhere, X509Certificate2 certificate, string[] mailboxes)
    {
        using var key = certificate.GetRSAPrivateKey()!;
        await File.WriteAllTextAsync(CertificatePath, certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Of("key.pem"), key.ExportPkcs8PrivateKeyPem());
        await File.WriteAllLinesAsync(Of("mailboxes"), mailboxes.Select(address => $"{address} {address.Split('@')[0]}/"));
        await File.WriteAllTextAsync(Of("transport"), $"elders.example smtp:[127.0.0.1]:{elsewhere}\n");
        await File.WriteAllTextAsync(Of("access"), "");
        await File.WriteAllTextAsync(Of("main.cf"), await MainAsync());
        await File.WriteAllTextAsync(Of("master.cf"), Master());
        Directory.CreateDirectory(Of("mail"));
        await AsRootAsync("mkdir", Of("queue"));
        // Its programs run as others, who must get to the queue and to mailboxes; the key is its owner's alone.
        foreach (var (mode, path) in new[] { ("711", _directory.FullName), ("777", Of("mail")), ("600", Of("key.pem")) })
            await RunAsync("chmod", mode, path);
    }

    private async Task DoAsync(string what)
    {
        var (code, told) = await AsRootAsync(Program, "-c", _directory.FullName, what);
        Assert.True(code == 0, $"postfix {what}: {told}{Log()}");
    }

    private static Task<(int Code, string Told)> AsRootAsync(string program, params string[] arguments) =>
        Environment.IsPrivilegedProcess ? RunAsync(program, arguments) : RunAsync("sudo", ["-n", program, .. arguments]);

    private static async Task<(int Code, string Told)> RunAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
            // What it starts inherits its output and keeps it open: only its end is waited for.
            await process.WaitForExitAsync();
            return (process.ExitCode, "");
        }
        catch (System.ComponentModel.Win32Exception problem)
        {
            return (-1, problem.Message);
        }
    }

    /// <summary>Who owns the mailboxes, as a number.</summary>
    private static async Task<string> OwnerAsync()
    {
        if (Environment.IsPrivilegedProcess)
            return Nobody;
        using var id = Process.Start(new ProcessStartInfo("id", "-u") { UseShellExecute = false, RedirectStandardOutput = true })!;
        return (await id.StandardOutput.ReadToEndAsync()).Trim();
    }

    private string Of(string name) => Path.Combine(_directory.FullName, name);

    private async Task<string> MainAsync()
    {
        var owner = await OwnerAsync();
        return $"""
        compatibility_level = 3.6
        queue_directory = {Of("queue")}
        data_directory = {Of("data")}
        maillog_file = {Of("log")}
        maillog_file_prefixes = {_directory.FullName}
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        myhostname = post.example
        mydestination =
        alias_maps =
        mynetworks = 127.0.0.0/8
        virtual_mailbox_domains = gemeente.example kiosk.example
        virtual_mailbox_maps = texthash:{Of("mailboxes")}
        virtual_mailbox_base = {Of("mail")}
        virtual_uid_maps = static:{owner}
        virtual_gid_maps = static:{owner}
        relay_domains = elders.example
        fast_flush_domains =
        transport_maps = texthash:{Of("transport")}
        smtpd_recipient_restrictions = check_recipient_access texthash:{Of("access")} permit_mynetworks reject
        smtpd_tls_security_level = may
        smtpd_tls_cert_file = {CertificatePath}
        smtpd_tls_key_file = {Of("key.pem")}
        smtpd_tls_received_header = yes

        """;
    }

    private string Master() =>
        $"""
        127.0.0.1:{Port} inet n - n - - smtpd
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        tlsmgr unix - - n 1000? 1 tlsmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        proxymap unix - - n - - proxymap
        smtp unix - - n - - smtp
        error unix - - n - - error
        retry unix - - n - - error
        virtual unix - n n - - virtual
        anvil unix - - n - 1 anvil
        postlog unix-dgram n - n - 1 postlogd

        """;
}
