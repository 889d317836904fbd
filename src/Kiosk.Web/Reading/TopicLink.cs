namespace Kiosk.Web.Reading;

/// <summary>A topic by name and address.</summary>
public sealed record TopicLink(string Slug, string Name);
