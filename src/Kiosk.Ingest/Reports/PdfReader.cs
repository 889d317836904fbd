using System.Globalization;
using System.Text;
using Kiosk.Ingest.Formats.Pdf;

namespace Kiosk.Ingest.Reports;

/// <summary>
/// Reads PDFs with <c>pdfinfo</c> and <c>pdftotext</c> (poppler) in a process of their own, with limits, so that a hostile file takes
/// nothing down with it. Safe for many callers at once.
/// </summary>
/// <param name="limits">What one file may cost.</param>
/// <param name="time">Keeps the time limit.</param>
/// <param name="searchPath">Directories to find the programs in, separated as in PATH; null for PATH.</param>
public sealed class PdfReader(PdfLimits limits, TimeProvider time, string? searchPath = null)
{
    private readonly LimitedProcess _process = new(limits.Time, limits.Memory, time);

    /// <summary>What to do where reports cannot be read, in Dutch.</summary>
    public static string Missing => PdfMessages.Of(PdfOutcome.ToolMissing).Message;

    /// <summary>Whether reports can be read on this machine.</summary>
    public bool IsAvailable => Find("pdftotext") is not null;

    /// <summary>Whether bytes begin as a PDF does; programs put up with something before it.</summary>
    public static bool IsPdf(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0;

    /// <param name="pdf">The file.</param>
    /// <param name="cancellationToken">Ends the programs too.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    /// <exception cref="IOException">There is no room for a temporary file.</exception>
    public async Task<PdfReading> ReadAsync(ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken)
    {
        if (!IsPdf(pdf.Span))
            return PdfMessages.Of(PdfOutcome.NotPdf);
        if (Find("pdftotext") is not { } pdftotext)
            return PdfMessages.Of(PdfOutcome.ToolMissing);
        var file = Path.Combine(Path.GetTempPath(), $"kiosk-{Guid.NewGuid():N}.pdf");
        try
        {
            await WriteAsync(file, pdf, cancellationToken);
            return await ReadAsync(pdftotext, file, cancellationToken);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private async Task<PdfReading> ReadAsync(string pdftotext, string file, CancellationToken cancellationToken)
    {
        var details = await DetailsAsync(file, cancellationToken);
        var lastPage = limits.Pages.ToString(CultureInfo.InvariantCulture);
        var run = await _process.RunAsync(pdftotext, ["-enc", "UTF-8", "-eol", "unix", "-l", lastPage, file, "-"], limits.Output, cancellationToken);
        // Where the output was cut, the program was ended; what came before is good.
        if (!run.IsCut && Failure(run) is { } failure)
            return PdfMessages.Of(failure);
        var report = PdfText.Read(WholePages(run), details);
        return PdfMessages.Of(Outcome(report, run), report);
    }

    private async Task<PdfDetails?> DetailsAsync(string file, CancellationToken cancellationToken)
    {
        if (Find("pdfinfo") is not { } pdfinfo)
            return null;
        var run = await _process.RunAsync(pdfinfo, ["-isodates", "-enc", "UTF-8", file], outputLimit: 256 * 1024, cancellationToken);
        return run.ExitCode == 0 ? PdfDetails.Parse(Encoding.UTF8.GetString(run.Output)) : null;
    }

    private static PdfOutcome? Failure(ProcessRun run) => run switch
    {
        { IsTimedOut: true } => PdfOutcome.TooCostly,
        { ExitCode: 0 } => null,
        { ExitCode: 3 } => PdfOutcome.Encrypted,
        _ when run.Errors.Contains("last page (0)", StringComparison.OrdinalIgnoreCase) => PdfOutcome.NoPages,
        _ when run.Errors.Contains("password", StringComparison.OrdinalIgnoreCase) => PdfOutcome.Encrypted,
        // 128 and more: ended by a signal, which is how the limits on processor time and memory end it.
        { ExitCode: >= 128 or < 0 } => PdfOutcome.TooCostly,
        _ when run.Errors.Contains("memory", StringComparison.OrdinalIgnoreCase) => PdfOutcome.TooCostly,
        _ => PdfOutcome.Damaged,
    };

    private PdfOutcome Outcome(PdfReport report, ProcessRun run) => report switch
    {
        { Text: "" } => PdfOutcome.NoText,
        _ => run.IsCut || report.PageCount > limits.Pages ? PdfOutcome.Cut : PdfOutcome.Read,
    };

    /// <summary>Cut output may end in half a character.</summary>
    private static string WholePages(ProcessRun run) => Encoding.UTF8.GetString(run.Output).TrimEnd('\uFFFD');

    private static async Task WriteAsync(string file, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var stream = new FileStream(file, options);
        await stream.WriteAsync(bytes, cancellationToken);
    }

    private string? Find(string program)
    {
        var name = OperatingSystem.IsWindows() ? $"{program}.exe" : program;
        return (searchPath ?? Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified).Select(directory => Path.Combine(directory, name)).FirstOrDefault(File.Exists);
    }
}
