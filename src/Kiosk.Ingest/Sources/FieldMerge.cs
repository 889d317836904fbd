namespace Kiosk.Ingest.Sources;

/// <summary>A three-way merge of one entry, field by field.</summary>
internal sealed class FieldMerge
{
    /// <summary>True once a field was taken over from the file.</summary>
    public bool Changed { get; private set; }

    /// <summary>The fields that differ from what the file says now, since they were changed in the kiosk.</summary>
    public List<string> Kept { get; } = [];

    /// <summary>The value that a field gets.</summary>
    /// <param name="field">Its key in feeds.json.</param>
    /// <param name="seeded">What the file said last time.</param>
    /// <param name="current">What the kiosk has.</param>
    /// <param name="filed">What the file says now.</param>
    public T Pick<T>(string field, T seeded, T current, T filed)
    {
        var equality = EqualityComparer<T>.Default;
        if (equality.Equals(seeded, filed) || equality.Equals(current, filed))
            return current;
        if (equality.Equals(current, seeded))
        {
            Changed = true;
            return filed;
        }
        Kept.Add(field);
        return current;
    }

    /// <summary>What the file added to a set is added, what it dropped is dropped, and the rest stays as it is in the kiosk.</summary>
    public void PickSet(IReadOnlyCollection<string> seeded, IReadOnlyCollection<string> filed, Func<string, bool> has, Action<string> add, Action<string> remove)
    {
        foreach (var added in filed.Except(seeded).Where(item => !has(item)))
        {
            add(added);
            Changed = true;
        }
        foreach (var dropped in seeded.Except(filed).Where(has))
        {
            remove(dropped);
            Changed = true;
        }
    }
}
