namespace Kiosk.Web.Pages.Vandaag;

/// <summary>How far the first harvest is, for a kiosk without a single piece.</summary>
public sealed record FirstRun(IReadOnlyList<FirstRunSource> Sources)
{
    public int Checked => Sources.Count(source => source.IsChecked);

    /// <summary>True while there are sources that nobody has looked at yet.</summary>
    public bool IsRunning => Checked < Sources.Count;
}

/// <param name="Message">What came of it, in Dutch; null before the first check.</param>
public sealed record FirstRunSource(int Id, string Slug, string Name, bool IsChecked, string? Message);
