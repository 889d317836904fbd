using System.Globalization;
using Kiosk.Data;
using Kiosk.Data.Editions;

namespace Kiosk.Web.Pages.MijnKiosk;

/// <summary>Something that a reader just stopped following, as it travels in the address of the page that offers to put it back.</summary>
/// <param name="Field">As the form names it: <c>onderwerp</c>, <c>bron</c>, <c>rol</c> or <c>zoek</c>.</param>
/// <param name="Weight">That it had.</param>
public sealed record Undoing(string Field, string Value, int Weight)
{
    private static readonly string[] Fields = ["onderwerp", "bron", "rol", "zoek"];

    /// <summary>The query of an address, with its question mark.</summary>
    public static string Of(Follow stopped)
    {
        var (field, value) = stopped switch
        {
            { TopicId: { } topic } => ("onderwerp", topic.ToString(CultureInfo.InvariantCulture)),
            { SourceId: { } source } => ("bron", source.ToString(CultureInfo.InvariantCulture)),
            { Role: { } role } => ("rol", Names.Of(role)),
            _ => ("zoek", stopped.Query!),
        };
        return string.Create(CultureInfo.InvariantCulture, $"?gestopt={field}&waarde={Uri.EscapeDataString(value)}&gewicht={stopped.Weight}");
    }

    /// <summary>Null if an address says nothing of the kind.</summary>
    public static Undoing? Of(IQueryCollection query) =>
        query["gestopt"].ToString() is var field && Fields.Contains(field) && query["waarde"].ToString() is { Length: > 0 and <= 200 } value
        && int.TryParse(query["gewicht"], NumberStyles.None, CultureInfo.InvariantCulture, out var weight)
            ? new Undoing(field, value, weight)
            : null;
}
