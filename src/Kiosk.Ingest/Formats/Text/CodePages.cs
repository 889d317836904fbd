using System.Text;

namespace Kiosk.Ingest.Formats.Text;

/// <summary>Encodings beyond Unicode, which .NET only knows once they are registered.</summary>
internal static class CodePages
{
    static CodePages() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Western European as Windows writes it: what "iso-8859-1" means in practice.</summary>
    public static Encoding Windows1252 => Page(1252);

    public static Encoding Page(int number) => Encoding.GetEncoding(number);

    /// <summary>Null for a name that nobody knows.</summary>
    public static Encoding? Named(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
