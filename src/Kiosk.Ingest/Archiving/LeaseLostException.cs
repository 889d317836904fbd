namespace Kiosk.Ingest.Archiving;

/// <summary>Another node took the source over while this one was still at it; what this one found is left to the other.</summary>
public sealed class LeaseLostException : Exception;
