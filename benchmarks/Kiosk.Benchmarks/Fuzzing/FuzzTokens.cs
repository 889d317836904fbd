namespace Kiosk.Benchmarks.Fuzzing;

/// <summary>Words that mean something in each format.</summary>
internal static class FuzzTokens
{
    public static IReadOnlyList<byte[]> Xml { get; } = FuzzCorpus.Of(
        "<item>", "</item>", "<entry>", "</channel>", "<![CDATA[", "]]>", "<!--", "-->", "<?xml version='1.0' encoding='utf-16'?>", "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;\">]>", "&c;",
        " xmlns:a='b'", " xml:base='::'", " xml:lang='nl-x-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'", "<content type='xhtml'>", "<link href=\"", "<guid isPermaLink='true'>", "<pubDate>", "<a:b c:d='e'/>", "<title/>", "<record>",
        "<resumptionToken expirationDate='' cursor='-1' completeListSize='99999999999'>x</resumptionToken>", "<header status='deleted'>", "<loc>", "<url>", "<sitemap>", "<para>", "<outline xmlUrl='x'>", "<error code='badResumptionToken'/>");

    public static IReadOnlyList<byte[]> Html { get; } = FuzzCorpus.Of(
        "<script>", "</script>", "<style>", "<svg>", "<math>", "<mtext>", "<template>", "<noscript>", "<table><tr>", "<td>", "</table>", "<a href='javascript:alert(1)'>", "<img src=x onerror=alert(1)>", "<iframe srcdoc='<p>'>",
        "<base href='//elders.example/'>", "<meta charset=utf-16>", "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"", "\"}</script>", "<article>", "</article>", "<h1>", "<p>", "</p>", "<br>", "<pre>\n",
        "<textarea>", "<plaintext>", "<frameset>", "<form>", "<select>", "<time datetime='", "<div class='cookie consent wall'>", "<link rel=canonical href='", "<!-- ", " itemprop=startDate", "<li>", "<ul>", "<figure>", "<dl><dt>", "<q>", "<details>");

    public static IReadOnlyList<byte[]> Json { get; } = FuzzCorpus.Of(
        "{\"", "\":", "[[[[[[[[", "]", "}", "\"items\":[", "\"value\":", "\"_embedded\":{", "\"metadata\":{\"dc.title\":[{\"value\":\"", "\"@odata.nextLink\":\"", "\"date_published\":\"", "\"url\":", "true", "\"\\ud83d\"", "\"\\u0000\"", "1E400", ",,", "//x\n");

    public static IReadOnlyList<byte[]> Calendar { get; } = FuzzCorpus.Of(
        "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "RRULE:FREQ=DAILY;COUNT=999999\r\n", "RRULE:FREQ=YEARLY;INTERVAL=0;UNTIL=99991231T235959Z\r\n", "RRULE:FREQ=MONTHLY;BYDAY=-5MO;BYMONTHDAY=31\r\n", "DTSTART;TZID=Europe/Amsterdam:20260329T023000\r\n",
        "DTSTART;VALUE=DATE:99991231\r\n", "DURATION:P999999999W\r\n", "DURATION:-PT1S\r\n", "EXDATE:20261120T080000Z\r\n", "BEGIN:VTIMEZONE\r\nTZID:x\r\nBEGIN:STANDARD\r\nTZOFFSETTO:+9999\r\n", "T240000Z", "\r\n ", "\\,", ";ENCODING=QUOTED-PRINTABLE:", "STATUS:CANCELLED\r\n", "RECURRENCE-ID:20261120\r\n");

    public static IReadOnlyList<byte[]> Query { get; } = FuzzCorpus.Of(
        " OF ", " EN ", " NIET ", "-", "(", ")", "\"", "*", "titel:", "na:", "voor:", "geldig:", "bron:", "auteur:", "onderwerp:", "wet:", " de het een ", "€ 5", " artikel ", "ECLI:", "2026", "„", "»", ":", "AND NOT");

    public static IReadOnlyList<byte[]> Robots { get; } = FuzzCorpus.Of("User-agent: ", "Disallow: ", "Allow: ", "*", "$", "%2F", "%", "\n", "\r", "Crawl-delay: ", "1e309", "Sitemap: ", "#", "deKiosk", "/*/*/*/*/*/*/*/*/*/*$");

    public static IReadOnlyList<byte[]> Dates { get; } = FuzzCorpus.Of(
        "november", "févr.", "月", "오후", "PM", "CET", "+99:99", "-14:00", "T", "Z", "'26", "1er", "uur", "om", ",", "/", ".", ":", "W53", "29 februari", "2025", "24:00", "vrijdag", "\\n", "Μαΐου");

    public static IReadOnlyList<byte[]> Report { get; } = FuzzCorpus.Of("\f", "\n\n", "-\n", "\u00AD\n", "........ 12", "Inhoud\n", "pagina 3 van 8", "• ", "1.1.1 ", "\f\f\f", "Bijlage", "xii\n", "\uE000", "ﬃ", "\nPages: ", "\nTitle: ");
}
