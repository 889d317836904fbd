using Kiosk.Benchmarks;

switch (args)
{
    case ["search", .. var rest]:
        SearchBenchmark.Run(rest);
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
        await StoryBenchmark.RunAsync(rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 100_000);
        break;
    case ["editions", .. var rest]:
        await EditionBenchmark.RunAsync(rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 100_000);
        break;
    case ["rules", .. var rest]:
        await RuleBenchmark.RunAsync(rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 100_000);
        break;
    default:
        Console.WriteLine("dotnet run -c Release --project benchmarks/Kiosk.Benchmarks -- search [articles [alone]] | feeds | extraction | harvest [sources] [items] | stories [articles] | editions [articles] | rules [articles]");
        break;
}
