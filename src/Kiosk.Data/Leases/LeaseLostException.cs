namespace Kiosk.Data.Leases;

/// <summary>Another node has taken over what this one was working on, or may do so any moment: this one must not write any more.</summary>
/// <param name="problem">Why the lease could not be renewed; null if it was simply taken.</param>
public sealed class LeaseLostException(Exception? problem = null) : Exception("The lease of this work was lost.", problem);
