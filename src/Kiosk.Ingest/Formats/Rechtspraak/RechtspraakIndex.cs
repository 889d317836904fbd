using System.Globalization;
using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Rechtspraak;

/// <summary>Reads the Atom index of data.rechtspraak.nl (uitspraken/zoeken): one entry for each ECLI.</summary>
public static partial class RechtspraakIndex
{
    private const int DefaultSize = 1_000;

    /// <summary>Bytes in, items or the reason why not out. An item's Id is its ECLI; its Updated is when it last changed. Never throws for
    /// what is in the bytes.</summary>
    /// <param name="body">The body as received.</param>
    /// <param name="contentType">The Content-Type header; null if there was none.</param>
    /// <param name="url">The address that answered: the next page is the same address with another offset.</param>
    public static ListReading Read(ReadOnlyMemory<byte> body, string? contentType, Uri? url)
    {
        var reading = FeedReader.Read(body, contentType, url);
        if (reading.Feed is not { } feed)
            return ListReading.Failed(reading.Problem ?? AnswerProblems.Empty);
        return new ListReading
        {
            Items = [.. feed.Items.Select(Ruling).OfType<Item>()],
            Total = Total().Match(feed.Description ?? "") is { Success: true } total && int.TryParse(total.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
            Next = Next(url, feed.Items.Count),
            Remark = reading.Remark,
        };
    }

    /// <summary>Where the text of a ruling stands.</summary>
    /// <param name="index">The address of the index, whose host is kept.</param>
    /// <param name="ecli">Checked before use: as <see cref="Read"/> gives it.</param>
    public static string ContentUrl(string index, string ecli) =>
        new Uri(new Uri(index), "content?id=" + Uri.EscapeDataString(ecli)).AbsoluteUri;

    private static Item? Ruling(Item entry)
    {
        if (Ecli.In(entry.Id) is not { } ecli)
            return null;
        return entry with
        {
            Id = ecli,
            Identifiers = [ecli],
            Link = entry.Link ?? Ecli.Deeplink(ecli),
            Title = Ecli.Headline(entry.Title) ?? ecli,
            Summary = Prose.Html(entry.Summary),
            Type = "Uitspraak",
            Language = "nl",
            Published = null,
        };
    }

    private static string? Next(Uri? url, int count)
    {
        if (url is null || count == 0)
            return null;
        var size = Number(url, "max") ?? DefaultSize;
        return count < size ? null : QueryString.With(url.AbsoluteUri, "from", ((Number(url, "from") ?? 0) + count).ToString(CultureInfo.InvariantCulture));
    }

    private static int? Number(Uri url, string name) =>
        int.TryParse(QueryString.Get(url.AbsoluteUri, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue / 2 ? number : null;

    [GeneratedRegex(@":\s{0,3}(?<number>[0-9]{1,9})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience.Milliseconds)]
    private static partial Regex Total();
}
