namespace Kiosk.Web.Pages.Vandaag;

/// <summary>A topic, and how many pieces it got in the last week.</summary>
public sealed record TopicNews(string Slug, string Name, int New);
