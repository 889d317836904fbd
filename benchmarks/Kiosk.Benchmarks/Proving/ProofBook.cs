using System.Text.Json;

namespace Kiosk.Benchmarks.Proving;

/// <summary>What was measured so far, a line for each step that was finished: a step that was broken off left nothing, and is done again.</summary>
internal sealed class ProofBook
{
    private readonly string _file;
    private readonly List<ProofEntry> _entries;

    public ProofBook(string file)
    {
        _file = file;
        _entries = File.Exists(file) ? [.. File.ReadLines(file).Select(Read).OfType<ProofEntry>()] : [];
    }

    public IReadOnlyList<ProofEntry> Entries => _entries;

    public bool IsDone(ProofStep step) => _entries.Exists(entry => entry.Key == step.Key && entry.Skipped is null);

    public void Add(ProofEntry entry)
    {
        _entries.RemoveAll(other => other.Key == entry.Key);
        _entries.Add(entry);
        File.AppendAllText(_file, JsonSerializer.Serialize(entry) + "\n");
    }

    /// <summary>A line that was cut off by the end of a run counts for nothing.</summary>
    private static ProofEntry? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<ProofEntry>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
