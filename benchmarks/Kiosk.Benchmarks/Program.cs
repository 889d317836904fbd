using Kiosk.Benchmarks;
using Kiosk.Benchmarks.Proving;
using Kiosk.Benchmarks.Soaking;

switch (args)
{
    case ["search", .. var rest]:
        SearchBenchmark.Run(rest);
        break;
    case ["relevance", .. var rest]:
        RelevanceBenchmark.Run(rest);
        break;
    case ["feeds", .. var rest]:
        FeedBenchmark.Run(rest);
        break;
    case ["extraction", .. var rest]:
        ExtractionBenchmark.Run(rest);
        break;
    case ["harvest", .. var rest]:
        await HarvestBenchmark.RunAsync(rest);
        break;
    case ["stories", .. var rest]:
        await StoryBenchmark.RunAsync(Number(rest, 0, 100_000));
        break;
    case ["editions", .. var rest]:
        await EditionBenchmark.RunAsync(Number(rest, 0, 100_000));
        break;
    case ["pages", .. var rest]:
        await PageBenchmark.RunAsync(Number(rest, 0, 100_000), Number(rest, 1, 1_000));
        break;
    case ["inbox", .. var rest]:
        await InboxBenchmark.RunAsync(Number(rest, 0, 10_000));
        break;
    case ["rules", .. var rest]:
        await RuleBenchmark.RunAsync(Number(rest, 0, 100_000));
        break;
    case ["alerts", .. var rest]:
        await AlertBenchmark.RunAsync(Number(rest, 0, 10_000));
        break;
    case ["digests", .. var rest]:
        await DigestBenchmark.RunAsync(Number(rest, 0, 10_000));
        break;
    case ["proof", .. var rest]:
        return await ProofBenchmark.RunAsync(rest);
    case ["soak", .. var rest]:
        return await SoakBenchmark.RunAsync(rest);
    case ["fuzz", .. var rest]:
        return FuzzBenchmark.Run(rest);
    default:
        Console.WriteLine("dotnet run -c Release --project benchmarks/Kiosk.Benchmarks -- search [articles [alone] [peers=fts5,postgresql,xapian] [keep=FOLDER]] | relevance FOLDER | feeds | extraction | harvest [sources] [items] | stories [articles] | editions [articles] | digests [subscribers] | alerts [alerts] | pages [articles [requests]] | inbox [waiting] | rules [articles] | proof [articles=10000,100000,1000000] [out=FOLDER] [only=search,pages] [peers=fts5,postgresql] | soak [minutes=30] | fuzz [COUNT] [seed=1] [only=feed,date] [at=NUMBER]");
        break;
}

return 0;

static int Number(string[] given, int place, int otherwise) =>
    given.Length > place ? int.Parse(given[place], System.Globalization.CultureInfo.InvariantCulture) : otherwise;
