namespace Kiosk.Data.Moving;

/// <summary>The archive cannot be moved; the message says in Dutch why and what to do.</summary>
public sealed class MoveException(string message, Exception? inner = null) : Exception(message, inner);
