using Kiosk.Web.Reading;

namespace Kiosk.Web.Searching;

/// <summary>From which question a reader comes to a piece, as her browser says of the page she was on. Nothing is added to addresses for it.</summary>
public static class SearchedFor
{
    /// <summary>Null if she does not come from results of this kiosk.</summary>
    public static string? Of(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from)
        && from.Authority == request.Host.Value && from.AbsolutePath == Links.SearchPath
        && Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(from.Query).TryGetValue("q", out var question) ? question.ToString() : null;
}
