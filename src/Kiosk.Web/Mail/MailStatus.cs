using System.Globalization;
using System.Text.RegularExpressions;

namespace Kiosk.Web.Mail;

/// <summary>An enhanced mail system status code (RFC 3463), such as <c>5.1.1</c>: class, subject and detail.</summary>
public readonly partial record struct MailStatus(int Class, int Subject, int Detail)
{
    /// <summary>The first one in a text; null if there is none.</summary>
    public static MailStatus? Find(string text) => Pattern().Match(text) is { Success: true } found
        ? new MailStatus(Number(found.Groups["class"]), Number(found.Groups["subject"]), Number(found.Groups["detail"]))
        : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Class}.{Subject}.{Detail}");

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d.])(?<class>[245])\.(?<subject>\d{1,3})\.(?<detail>\d{1,3})(?![\d.])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex Pattern();
}
