using System.CommandLine;
using Kiosk.Web.Hosting;
using Spectre.Console;

namespace Kiosk.Web.CommandLine;

/// <summary><c>kiosk config</c>: every setting as it holds now, where it comes from, and no secret.</summary>
internal static class ConfigCommand
{
    public static Command Build(SharedOptions shared)
    {
        var command = new Command("config", "Toon de instellingen zoals ze gelden, en waar ze vandaan komen; geheimen blijven verborgen");
        command.SetAction(parsed =>
        {
            using var host = Workbench.Build(parsed, shared);
            var shown = new Table().AddColumns("Instelling", "Waarde", "Uit");
            foreach (var setting in EffectiveSettings.Of((IConfigurationRoot)host.Services.GetRequiredService<IConfiguration>()))
                shown.AddRow(Markup.Escape(setting.Name), Markup.Escape(setting.Value), Markup.Escape(setting.Origin));
            Terminal.Output.Write(shown);
        });
        return command;
    }
}
