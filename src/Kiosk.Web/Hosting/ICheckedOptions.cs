namespace Kiosk.Web.Hosting;

/// <summary>Settings that know what is wrong with themselves.</summary>
public interface ICheckedOptions
{
    /// <summary>What is wrong, each with its remedy, in Dutch; empty if all is well.</summary>
    IEnumerable<string> Problems();
}
