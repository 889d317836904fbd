using System.Text;

namespace Kiosk.Web.Digests.Writing;

/// <summary>The frame of a letter in HTML, which is the same for everybody.</summary>
internal static class LetterStyle
{
    public const string Serif = "Charter,'Bitstream Charter','Iowan Old Style','Sitka Text',Georgia,serif";
    public const string Sans = "'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

    private const string Frame = "role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"";

    /// <summary>Begin of the body up to the first row. Outlook knows no max-width, so it gets a table of its own.</summary>
    public static readonly string Opening = $"""
        <table {Frame} class="paper" style="background-color:#f5f6f0;"><tr><td align="center" style="padding:0 0 32px 0;">
        <!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
        <table {Frame} style="max-width:600px;table-layout:fixed;"><tr>{Awning()}</tr></table>
        <table {Frame} class="sheet" style="max-width:600px;background-color:#fffffc;"><tr><td class="pad" style="padding:26px 36px 8px 36px;"><table {Frame}>

        """;

    public const string Closing = """
        </td></tr></table>
        <!--[if mso]></td></tr></table><![endif]-->
        </td></tr></table>
        </div>
        </body></html>

        """;

    /// <summary>Up to the body. Colours of the dark are said twice: for who follows the device, and for Outlook, which marks what it turned.</summary>
    /// <param name="title">Encoded.</param>
    public static string Head(string title) => $$"""
        <!DOCTYPE html>
        <html lang="nl" dir="ltr" xmlns="http://www.w3.org/1999/xhtml" xmlns:o="urn:schemas-microsoft-com:office:office">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
        <title>{{title}}</title>
        <!--[if mso]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]-->
        <style>
        :root { color-scheme: light dark; supported-color-schemes: light dark; }
        a:focus { outline: 2px solid #16211c; outline-offset: 2px; background-color: #ffe36e; }
        h1, h2, h3, p, a { overflow-wrap: anywhere; word-break: break-word; }
        @media (max-width: 619px) {
        .pad { padding-left: 18px !important; padding-right: 18px !important; }
        .big { font-size: 40px !important; line-height: 42px !important; }
        }
        @media (prefers-color-scheme: dark) {
        .paper { background-color: #101613 !important; }
        .sheet { background-color: #18201c !important; }
        .ink { color: #e9ede7 !important; }
        .soft { color: #b6c1b9 !important; }
        .link, .brand { color: #8fd4bb !important; }
        .pencil { color: #ff9d86 !important; }
        .pencil-line { border-color: #ff9d86 !important; }
        .warn { color: #f0c56b !important; }
        .rule { border-color: #5c6a62 !important; }
        .button { background-color: #8fd4bb !important; color: #0a1f17 !important; }
        .mine { background-color: #262110 !important; }
        .stripe-b { background-color: #dfe6dc !important; }
        .stripe-a { background-color: #17614c !important; }
        }
        [data-ogsc] .ink { color: #e9ede7 !important; }
        [data-ogsc] .soft { color: #b6c1b9 !important; }
        [data-ogsc] .link, [data-ogsc] .brand { color: #8fd4bb !important; }
        [data-ogsc] .pencil { color: #ff9d86 !important; }
        [data-ogsc] .warn { color: #f0c56b !important; }
        [data-ogsb] .sheet { background-color: #18201c !important; }
        [data-ogsb] .paper { background-color: #101613 !important; }
        [data-ogsb] .mine { background-color: #262110 !important; }
        [data-ogsb] .button { background-color: #8fd4bb !important; }
        [data-ogsc] .button { color: #0a1f17 !important; }
        </style>
        </head>
        <body class="paper" style="margin:0;padding:0;background-color:#f5f6f0;-webkit-text-size-adjust:100%;">
        <div role="main" aria-label="{{title}}" lang="nl">

        """;

    /// <summary>The end of the sheet, up to the small print.</summary>
    /// <param name="words">Encoded.</param>
    public static string End(string words) => $"""
        <tr><td align="center" style="padding:34px 0 26px 0;">
        <p class="ink" style="margin:0 0 6px 0;font:italic 400 28px/34px {Serif};color:#16211c;">Je bent bij</p>
        <p class="soft" style="margin:0;font:400 15px/22px {Sans};color:#4b584f;">{words}</p>
        </td></tr></table></td></tr></table>
        <table {Frame} style="max-width:600px;"><tr><td class="pad soft" style="padding:22px 36px 0 36px;font:400 13px/21px {Sans};color:#4b584f;">

        """;

    private static string Awning()
    {
        var cells = new StringBuilder();
        for (var stripe = 0; stripe < 12; stripe++)
        {
            var (name, colour) = stripe % 2 == 0 ? ("stripe-a", "#0c5340") : ("stripe-b", "#fdfdf8");
            cells.Append(System.Globalization.CultureInfo.InvariantCulture, $"<td height=\"18\" class=\"{name}\" style=\"height:18px;line-height:18px;font-size:0;background-color:{colour};border-radius:0 0 25px 25px;\">&nbsp;</td>");
        }

        return cells.ToString();
    }
}
