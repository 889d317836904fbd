using System.Globalization;

namespace Kiosk.Search.Indexing;

/// <summary>The files of an index: search.db, which is the manifest, and beside it search.db-1.seg, search.db-2.seg and so on.</summary>
internal sealed class IndexFiles(string path, string archiveId)
{
    /// <summary>Counts up when the format of the files or what stands in them changes.</summary>
    private const int FormatVersion = 4;

    /// <summary>A process that changes the index may delete a file between our reading of its name and of the file itself.</summary>
    private const int Tries = 5;

    private int _lastNumber;
    private (DateTime Time, long Length) _seen;

    private string Origin => $"{archiveId} format {FormatVersion} analysis {Analysis.DutchAnalyzer.Version}";

    private string Folder => Path.GetDirectoryName(Path.GetFullPath(path))!;

    /// <summary>
    /// The index as it was last committed; null if there is none that is whole and of this archive and version.
    /// <paramref name="damage"/> tells whether that is because something was broken.
    /// </summary>
    public Snapshot? Open(out bool damage)
    {
        damage = false;
        for (var left = Tries; left > 0; left--)
        {
            if (TryOpen(out damage) is { } snapshot)
                return snapshot;
            if (!damage || !HasChanged())
                break;
        }
        return null;
    }

    public void MakeFolder() => Attempt(() => Directory.CreateDirectory(Folder));

    /// <summary>Whether something was committed since it was last opened or committed here.</summary>
    public bool HasChanged() => Stamp() != _seen;

    private (DateTime Time, long Length) Stamp() => new FileInfo(path) is { Exists: true } file ? (file.LastWriteTimeUtc, file.Length) : default;

    private Snapshot? TryOpen(out bool damage)
    {
        damage = false;
        _seen = Stamp();
        var opened = new List<Segment>();
        try
        {
            if (!File.Exists(path))
                return null;
            var manifest = Manifest.Read(File.ReadAllBytes(path));
            if (manifest.Origin != Origin)
                return null;
            var segments = manifest.Segments.Select(entry => new LiveSegment(OpenSegment(entry.File, opened), entry.Gone)).ToList();
            return new Snapshot(segments, manifest.Position);
        }
        catch (Exception problem) when (problem is IndexDamageException or FileNotFoundException)
        {
            opened.ForEach(segment => segment.Dispose());
            damage = true;
            return null;
        }
    }

    /// <summary>A path for a new segment, which no other has.</summary>
    public string NewSegment()
    {
        string file;
        do
            file = string.Create(CultureInfo.InvariantCulture, $"{path}-{Interlocked.Increment(ref _lastNumber)}.seg");
        while (File.Exists(file));
        return file;
    }

    /// <summary>Makes a snapshot the one that is opened next time; one that is not yet whole is not kept, and nothing is opened then.</summary>
    public void Commit(Snapshot snapshot)
    {
        if (snapshot.Position is not { } position)
        {
            Forget();
            return;
        }
        var manifest = new Manifest(Origin, position, [.. snapshot.Segments.Select(segment => (Path.GetFileName(segment.Segment.Path), segment.Gone))]);
        Attempt(() =>
        {
            File.WriteAllBytes(path + ".new", manifest.ToBytes());
            File.Move(path + ".new", path, overwrite: true);
        });
    }

    /// <summary>Forgets what was committed: the index is made anew when opened next.</summary>
    public void Forget() => Attempt(() => File.Delete(path));

    /// <summary>Deletes all segment files but those in use: what a stopped process left behind, and what was merged.</summary>
    public void Sweep(IEnumerable<Snapshot> inUse)
    {
        var kept = inUse.SelectMany(snapshot => snapshot.Segments).Select(segment => Path.GetFileName(segment.Segment.Path)).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Folder, Path.GetFileName(path) + "-*.seg"))
        {
            if (!kept.Contains(Path.GetFileName(file)))
                Attempt(() => File.Delete(file));
        }
    }

    /// <summary>Does something with files, and says in Dutch what to do if it may not.</summary>
    /// <exception cref="IOException">It may not.</exception>
    public void Attempt(Action action)
    {
        try
        {
            action();
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or IOException)
        {
            throw new IOException($"De zoekindex kan niet worden gemaakt in '{path}'. Geef de kiosk schrijfrechten op deze map, maak er ruimte, of kies een andere map.", problem);
        }
    }

    private Segment OpenSegment(string name, List<Segment> opened)
    {
        var segment = Segment.Open(Path.Combine(Folder, Path.GetFileName(name)));
        opened.Add(segment);
        return segment;
    }
}
