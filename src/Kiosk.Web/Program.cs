using Kiosk.Web.CommandLine;

return await KioskCommand.RunAsync(args);
