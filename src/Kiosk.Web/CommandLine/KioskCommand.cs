using System.CommandLine;
using Kiosk.Web.Hosting;

namespace Kiosk.Web.CommandLine;

/// <summary>The command line: one file per command, all below <c>kiosk</c>; without a command it serves.</summary>
public static class KioskCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return await Build().Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OpeningException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Afgebroken. Wat al was opgeslagen, blijft staan; doe de opdracht nog eens om verder te gaan.");
            return 130;
        }
    }

    private static RootCommand Build()
    {
        var shared = new SharedOptions();

        var root = new RootCommand("de Kiosk: digitale nieuwskiosk voor schuldhulpverlening")
        {
            ServeCommand.Build(shared),
            HarvestCommand.Build(shared),
            SearchCommand.Build(shared),
            ExplainCommand.Build(shared),
            ImportCommand.Build(shared),
            ExportCommand.Build(shared),
            ReindexCommand.Build(shared),
            BackupCommand.Build(shared),
            RestoreCommand.Build(shared),
            CheckCommand.Build(shared),
            ConfigCommand.Build(shared),
            MigrateDataCommand.Build(shared),
            UserCommand.Build(shared),
            SubscribersCommand.Build(shared),
            DigestCommand.Build(shared),
            BounceCommand.Build(shared),
            InspectCommand.Build(),
        };
        shared.AddTo(root);
        ServeCommand.MakeDefault(root, shared);
        return root;
    }
}
