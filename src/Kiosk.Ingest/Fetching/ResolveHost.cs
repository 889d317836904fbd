using System.Net;

namespace Kiosk.Ingest.Fetching;

/// <summary>Finds the addresses of a host. A seam, so that tests can change the answer between two questions.</summary>
public delegate Task<IPAddress[]> ResolveHost(string host, CancellationToken cancellationToken);
