namespace Kiosk.Web.Annotations;

/// <summary>A passage by its words and those around it (W3C Web Annotation Data Model, 4.2.4, TextQuoteSelector).</summary>
public sealed record TextQuote(string Exact, string Prefix = "", string Suffix = "");
