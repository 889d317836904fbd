namespace Kiosk.Data.Accounts;

/// <summary>A key that ASP.NET Core protects cookies with; here when several nodes share one archive.</summary>
public sealed class DataProtectionKey
{
    public int Id { get; set; }

    /// <summary>As ASP.NET Core wrote it.</summary>
    public required string Xml { get; set; }
}
