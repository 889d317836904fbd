using Kiosk.Web.CommandLine;
using Kiosk.Web.Hosting;

NativeHeap.KeepToFewArenas();
return await KioskCommand.RunAsync(args);
