namespace Kiosk.Data.Accounts;

/// <summary>A key that ASP.NET Core protects cookies, second steps and secrets of webhooks with.</summary>
public sealed class DataProtectionKey
{
    public int Id { get; set; }

    /// <summary>As ASP.NET Core wrote it.</summary>
    public required string Xml { get; set; }
}
