using System.Globalization;
using Kiosk.Ingest.Formats.Answers;

namespace Kiosk.Ingest.Formats.TweedeKamer;

/// <summary>Builds the question for what changed, oldest change first, so that a harvest can stop anywhere and go on later.</summary>
public static class TweedeKamerRequest
{
    private const string Expand = "Zaak($select=Nummer,Soort;$expand=Kamerstukdossier($select=Nummer,Toevoeging)),DocumentActor($select=ActorNaam,Relatie)";

    /// <param name="url">The source's address; a filter, order or size of its own stays.</param>
    /// <param name="since">Only what changed at or after this moment.</param>
    /// <remarks>No $top: the server then gives pages of its own size, each with a link to the next.</remarks>
    public static string ChangedSince(string url, DateTimeOffset since)
    {
        ArgumentNullException.ThrowIfNull(url);
        var moment = since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var filter = $"Verwijderd eq false and GewijzigdOp ge {moment}";
        if (QueryString.Get(url, "$filter") is { Length: > 0 } own)
            filter = $"({own}) and {filter}";
        var request = QueryString.With(url, "$filter", filter);
        request = QueryString.With(request, "$orderby", "GewijzigdOp asc");
        return QueryString.Get(url, "$expand") is null ? QueryString.With(request, "$expand", Expand) : request;
    }
}
