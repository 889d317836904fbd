using System.Security.Cryptography;
using System.Text;

namespace Kiosk.Web.Images;

/// <summary>
/// Pictures on disk, each under the hash of its address, together never much larger than a limit: the longest unused make room. An empty file
/// remembers an address that gave no picture. Everything in here can be fetched again, so the directory may be emptied at any time.
/// </summary>
/// <param name="directory">Made when first needed.</param>
/// <param name="limit">In bytes.</param>
/// <param name="time">Says when a picture was kept and last used.</param>
public sealed class ImageStore(string directory, long limit, TimeProvider time)
{
    /// <summary>Reading a picture marks it as used at most this often: a mark is a write.</summary>
    private static readonly TimeSpan UseGrain = TimeSpan.FromHours(12);

    private readonly Lock _trimming = new();
    private long? _size;

    /// <summary>Opens what is kept under an address; null if nothing is.</summary>
    public KeptImage? Open(string address)
    {
        var path = PathOf(address);
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 4096, useAsync: true);
            var now = time.GetUtcNow();
            if (now.UtcDateTime - File.GetLastAccessTimeUtc(path) > UseGrain)
                File.SetLastAccessTimeUtc(path, now.UtcDateTime);
            return new KeptImage(file, new DateTimeOffset(File.GetLastWriteTimeUtc(path), TimeSpan.Zero));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null; // not there, or made room while we looked
        }
    }

    /// <summary>Keeps a picture, or (empty) that there is none. A reader sees the whole file or none of it.</summary>
    public async Task KeepAsync(string address, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var path = PathOf(address);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():N}.draft";
        await File.WriteAllBytesAsync(draft, bytes, cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        File.SetLastWriteTimeUtc(draft, now);
        File.SetLastAccessTimeUtc(draft, now);
        File.Move(draft, path, overwrite: true);
        MakeRoom(bytes.Length);
    }

    /// <summary>Counts what is kept as fetched just now.</summary>
    public void Renew(string address)
    {
        if (File.Exists(PathOf(address)))
            File.SetLastWriteTimeUtc(PathOf(address), time.GetUtcNow().UtcDateTime);
    }

    private void MakeRoom(long added)
    {
        lock (_trimming)
        {
            _size = (_size ?? Files().Sum(file => file.Length) - added) + added;
            if (_size <= limit)
                return;
            var aim = limit / 10 * 9;
            foreach (var file in Files().OrderBy(file => file.LastAccessTimeUtc))
            {
                if (_size <= aim)
                    break;
                _size -= file.Length;
                file.Delete();
            }
        }
    }

    private List<FileInfo> Files() =>
        Directory.Exists(directory) ? [.. new DirectoryInfo(directory).EnumerateFiles("*", SearchOption.AllDirectories)] : [];

    private string PathOf(string address)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)));
        return Path.Combine(directory, name[..2], name);
    }
}

/// <summary>A kept picture.</summary>
/// <param name="Content">At its start; empty if the address gave no picture. The receiver disposes of it.</param>
/// <param name="KeptAt">When it was fetched.</param>
public sealed record KeptImage(FileStream Content, DateTimeOffset KeptAt);
