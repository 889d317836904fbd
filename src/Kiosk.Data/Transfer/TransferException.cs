namespace Kiosk.Data.Transfer;

/// <summary>An archive file cannot be taken in; the message says in Dutch why, and what to do.</summary>
public sealed class TransferException(string message, Exception? cause = null) : Exception(message, cause);
