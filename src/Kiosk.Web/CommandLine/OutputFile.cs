using Kiosk.Web.Hosting;

namespace Kiosk.Web.CommandLine;

/// <summary>A file that is there whole or not at all: what stood at its path stays until the new one is complete.</summary>
internal static class OutputFile
{
    /// <param name="path">Where to; <c>-</c> is standard output.</param>
    /// <param name="write">Fills it.</param>
    /// <exception cref="OpeningException">The file cannot be written.</exception>
    public static async Task<T> WriteAsync<T>(string path, Func<Stream, Task<T>> write)
    {
        if (path == "-")
        {
            await using var output = Console.OpenStandardOutput();
            return await write(output);
        }

        var partial = path + ".deel";
        try
        {
            var result = await WriteNewAsync(partial, write);
            File.Move(partial, path, overwrite: true);
            return result;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new OpeningException($"Het bestand {path} is niet te schrijven: {problem.Message}", problem);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static async Task<T> WriteNewAsync<T>(string partial, Func<Stream, Task<T>> write)
    {
        await using var stream = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        var result = await write(stream);
        stream.Flush(flushToDisk: true);
        return result;
    }
}
