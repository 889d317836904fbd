namespace Kiosk.Search.Tests;

internal static class Articles
{
    public static IndexedArticle One(long id, string title, string body = "", int day = 1, string lead = "") => new()
    {
        Id = id,
        Title = title,
        Lead = lead,
        Body = body,
        Url = $"https://voorbeeld.nl/{id}",
        Published = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero).AddDays(day),
    };
}
