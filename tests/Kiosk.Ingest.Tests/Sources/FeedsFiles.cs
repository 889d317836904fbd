using Kiosk.Ingest.Sources;
using Kiosk.Testing;

namespace Kiosk.Ingest.Tests.Sources;

/// <summary>Small feeds files for tests.</summary>
internal static class FeedsFiles
{
    public const string Feed = """ "id": "krant", "name": "De Krant", "url": "https://krant.example/feed", "format": "feed" """;

    public static FeedsReading WithSource(string keys) => FeedsFile.Read("{ \"sources\": [ { " + keys + " } ] }");

    /// <summary>A sound file; fails the test if it is not.</summary>
    public static FeedsFile Sound(string json)
    {
        var reading = FeedsFile.Read(json);
        Assert.Empty(reading.Problems);
        return reading.File!;
    }

    /// <summary>The only problem that a reading has.</summary>
    public static FeedsProblem OnlyProblem(FeedsReading reading)
    {
        Assert.Null(reading.File);
        return Assert.Single(reading.Problems);
    }

    /// <summary>The file that the project ships, found upwards from where the tests run.</summary>
    public static string Shipped(string name) => Path.Combine(RepositoryFolder.Path, name);
}
