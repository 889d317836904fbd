namespace Kiosk.Web.Hosting;

/// <summary>A setting as it holds.</summary>
/// <param name="Name">As in appsettings.json, parts apart by colons.</param>
/// <param name="Value">What holds; secrets as dots.</param>
/// <param name="Origin">Where it was set, in Dutch.</param>
public sealed record EffectiveSetting(string Name, string Value, string Origin)
{
    internal const string Hidden = "••••••";
}
