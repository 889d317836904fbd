using Spectre.Console;

namespace Kiosk.Web.CommandLine;

/// <summary>What people see while a command works goes to standard error; standard output carries answers only.</summary>
internal static class Terminal
{
    public static readonly IAnsiConsole Error = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>Answers for people; plain text when they go to a file or another program.</summary>
    public static readonly IAnsiConsole Output = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(Console.Out),
        Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
    });

    /// <summary>Shows a bar on a terminal, and nothing elsewhere, while <paramref name="work"/> runs.</summary>
    public static async Task<T> WithBarAsync<T>(string title, double total, Func<Action<double, double>, Task<T>> work)
    {
        if (!Error.Profile.Out.IsTerminal)
            return await work((_, _) => { });
        return await Error.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask(Markup.Escape(title), maxValue: Math.Max(1, total));
                var result = await work((done, all) => (bar.MaxValue, bar.Value) = (Math.Max(1, all), done));
                bar.Value = bar.MaxValue;
                return result;
            });
    }
}
