namespace Kiosk.Search.Indexing;

/// <summary>
/// Sees to it that one process at a time changes an index. The lock is a file that is held open, so that it is free as soon as its process is gone,
/// in whatever way.
/// </summary>
internal sealed class IndexLock(string path) : IDisposable
{
    private FileStream? _held;

    /// <summary>Takes the lock if it is free; true if we have it.</summary>
    public bool TryTake()
    {
        try
        {
            return (_held ??= new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)) is not null;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void Dispose() => _held?.Dispose();
}
