using System.Text.Json;
using System.Text.RegularExpressions;
using Kiosk.Data;
using Kiosk.Search.Queries;

namespace Kiosk.Ingest.Sources;

/// <summary>Turns the text of feeds.json into a reading.</summary>
internal sealed partial class FeedsParser
{
    private const string WholeFile = "feeds.json";
    private const int MostEntries = 5_000;
    private const int LongestId = 60;
    private const int LongestName = 200;
    private const int LongestText = 4_000;
    private const int LongestUrl = 2_000;

    private static readonly Interval ShortestEvery = new(5);
    private static readonly Interval LongestEvery = new(365 * 24 * 60);

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly ProblemList _problems = new();
    private readonly ProblemList _warnings = new();

    public FeedsReading Parse(string text)
    {
        FeedsFile? file = null;
        try
        {
            using var document = JsonDocument.Parse(text.TrimStart('\uFEFF'), Lenient);
            file = ReadFile(document.RootElement);
        }
        catch (JsonException exception)
        {
            _problems.Add(JsonBreak.Place(text, exception), "hier klopt de JSON niet. " + JsonBreak.Advice);
        }
        return new FeedsReading(_problems.IsEmpty ? file : null, _problems.All(), _warnings.All());
    }

    private FeedsFile? ReadFile(JsonElement root)
    {
        if (JsonBreak.HasHalfCharacter(root))
        {
            _problems.Add(WholeFile, "er staat een losse helft van een \\u-teken in (\\ud800 tot \\udfff). Zoek het op en typ het teken zelf.");
            return null;
        }
        if (root.ValueKind != JsonValueKind.Object)
        {
            _problems.Add(WholeFile, $"moet beginnen met {{ en eindigen met }}, maar het is {EntryReader.Described(root)}.");
            return null;
        }
        var reader = new EntryReader(root, WholeFile, FeedsKeys.File, _problems);
        if (!reader.Has("sources"))
            reader.Wrong("sources", "ontbreekt. Zet er de lijst met bronnen in: \"sources\": [ … ].");
        var topics = Entries(reader, "topics", "onderwerp", ReadTopic);
        var ids = topics.Select(topic => topic.Id).ToHashSet();
        var sources = Entries(reader, "sources", "bron", (entry, where, _) => ReadSource(entry, where, ids));
        RefuseDuplicates(topics.Select(topic => topic.Id), "onderwerp", "id");
        RefuseDuplicates(sources.Select(source => source.Id), "bron", "id");
        RefuseSharedUrls(sources);
        return new FeedsFile(topics, sources);
    }

    private List<T> Entries<T>(EntryReader reader, string key, string called, Func<JsonElement, string, int, T?> read) where T : class
    {
        var entries = new List<T>();
        foreach (var (index, element) in reader.List(key, MostEntries).Index())
        {
            var where = Called(called, element, index);
            if (element.ValueKind != JsonValueKind.Object)
                _problems.Add(where, $"moet een object tussen {{ en }} zijn, maar is {EntryReader.Described(element)}.");
            else if (read(element, where, index) is { } entry)
                entries.Add(entry);
        }
        return entries;
    }

    private static string Called(string called, JsonElement element, int index) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 } name
            ? $"{called} \"{Quoted.Short(name)}\""
            : $"{called} nummer {index + 1}";

    private FeedsTopic? ReadTopic(JsonElement element, string where, int index)
    {
        var entry = new EntryReader(element, where, FeedsKeys.Topic, _problems);
        var id = Id(entry);
        var name = entry.Required("name", LongestName, "\"Vroegsignalering\"");
        var rule = QueryText(entry, "rule", where);
        var description = entry.Text("description", LongestText);
        return id is null ? null : new FeedsTopic { Id = id, Name = name ?? "", Rule = rule, Description = description, Position = index };
    }

    private FeedsSource? ReadSource(JsonElement element, string where, HashSet<string> topics)
    {
        var entry = new EntryReader(element, where, FeedsKeys.Source, _problems);
        var id = Id(entry);
        var source = new FeedsSource
        {
            Id = id ?? "",
            Name = entry.Required("name", LongestName, "\"NOS Economie\"") ?? "",
            Url = Url(entry) ?? "",
            Format = Format(entry) ?? SourceFormat.Feed,
            Kind = entry.Choice<ArticleKind>("kind") ?? ArticleKind.Nieuws,
            Rights = entry.Choice<Rights>("rights") ?? Rights.Excerpt,
            Every = Every(entry) ?? new Interval(60),
            Topics = KnownTopics(entry, topics),
            Filter = QueryText(entry, "filter", where),
            Language = Language(entry),
            Enabled = entry.Flag("enabled") ?? true,
            Pages = entry.Flag("pages") ?? true,
            Note = entry.Text("note", LongestText),
            Select = Select(entry),
        };
        return id is null ? null : source;
    }

    private static string? Id(EntryReader entry)
    {
        if (entry.Required("id", LongestId, "\"nos-economie\"") is not { } id)
            return null;
        if (Slug().IsMatch(id))
            return id;
        var example = NotSlug().Replace(id.ToLowerInvariant(), "-").Trim('-');
        var remedy = example.Length == 0 ? "" : $" Bijvoorbeeld: \"{example}\".";
        entry.Wrong("id", $"mag alleen kleine letters, cijfers en losse streepjes bevatten.{remedy}");
        return null;
    }

    private static string? Url(EntryReader entry)
    {
        if (entry.Required("url", LongestUrl, "\"https://www.voorbeeld.nl/feed\"") is not { } url)
            return null;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
            entry.Wrong("url", $"\"{Quoted.Short(url)}\" is geen volledig webadres. Begin met https:// en neem het hele adres over.");
        else if (uri.UserInfo.Length > 0)
            entry.Wrong("url", "bevat een gebruikersnaam of wachtwoord. Haal dat weg: iedereen die dit bestand leest, ziet het.");
        return url;
    }

    private static SourceFormat? Format(EntryReader entry) =>
        entry.Required("format", LongestName, "\"feed\"") is null ? null : entry.Choice<SourceFormat>("format");

    private static Interval? Every(EntryReader entry)
    {
        if (entry.Text("every", LongestName) is not { } text)
            return null;
        if (!Interval.TryParse(text, out var every))
            entry.Wrong("every", $"\"{Quoted.Short(text)}\" is geen tijd. Schrijf een getal met m (minuten), h (uren) of d (dagen): 30m, 3h of 1d.");
        else if (every.Minutes < ShortestEvery.Minutes || every.Minutes > LongestEvery.Minutes)
            entry.Wrong("every", $"\"{Quoted.Short(text)}\" mag niet: kies een tijd van {ShortestEvery} tot {LongestEvery}.");
        return every;
    }

    private static IReadOnlyList<string> KnownTopics(EntryReader entry, HashSet<string> topics)
    {
        var named = entry.Texts("topics", 100, LongestId);
        foreach (var unknown in named.Where(id => !topics.Contains(id)))
        {
            var nearest = Spelling.Nearest(unknown, topics);
            entry.Wrong("topics", $"er is geen onderwerp \"{Quoted.Short(unknown)}\". {(nearest is null ? "" : $"Bedoel je \"{nearest}\"? ")}Voeg het anders toe aan \"topics\" bovenin het bestand.");
        }
        return [.. named.Distinct()];
    }

    private static string? Language(EntryReader entry)
    {
        var language = entry.Text("language", LongestName);
        if (language is not null && !LanguageTag().IsMatch(language))
            entry.Wrong("language", $"\"{Quoted.Short(language)}\" is geen taalcode. Schrijf bijvoorbeeld nl of en.");
        return language;
    }

    private static FeedsSelect? Select(EntryReader entry) => entry.Inner("select", FeedsKeys.Select) is { } inner
        ? new FeedsSelect(inner.Text("links", LongestText), inner.Text("within", LongestText), inner.Text("body", LongestText), inner.Text("remove", LongestText), inner.Text("date", LongestText))
        : null;

    private string? QueryText(EntryReader entry, string key, string where)
    {
        if (entry.Text(key, LongestText) is not { } text)
            return null;
        _ = Query.Parse(text, out var notes);
        foreach (var note in notes)
            _warnings.Add($"{where}, sleutel \"{key}\"", note);
        return text;
    }

    private void RefuseDuplicates(IEnumerable<string> ids, string called, string key)
    {
        foreach (var twice in ids.CountBy(id => id).Where(pair => pair.Value > 1))
            _problems.Add($"{called} \"{twice.Key}\", sleutel \"{key}\"", $"komt {twice.Value} keer voor. Geef ze elk een eigen id.");
    }

    private void RefuseSharedUrls(IEnumerable<FeedsSource> sources)
    {
        foreach (var same in sources.Where(source => source.Url.Length > 0).GroupBy(source => PlainAddress(source.Url)).Where(group => group.Count() > 1))
            _problems.Add(
                $"bron {string.Join(", ", same.Select(source => $"\"{source.Id}\""))}, sleutel \"url\"",
                $"deze bronnen hebben hetzelfde adres: {Quoted.Short(same.First().Url)}. Houd er een over.");
    }

    /// <summary>Two spellings of one address are equal in this form: the scheme and a last slash do not count.</summary>
    internal static string PlainAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) ? (uri.Authority + uri.PathAndQuery).TrimEnd('/') : url;

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Slug();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotSlug();

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LanguageTag();
}
