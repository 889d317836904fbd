namespace Kiosk.Web.Hosting;

/// <summary>The kiosk cannot open; the message is in Dutch, for the operator, and says what to do.</summary>
public sealed class OpeningException(string message, Exception? cause = null) : Exception(message, cause);
