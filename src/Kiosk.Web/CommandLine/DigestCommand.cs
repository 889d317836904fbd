using System.CommandLine;
using System.Globalization;
using Kiosk.Data;
using Kiosk.Data.Digests;
using Kiosk.Web.Digests;
using Kiosk.Web.Digests.Writing;
using Kiosk.Web.Hosting;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.CommandLine;

/// <summary><c>kiosk digest preview|send</c>: the weekly digest, looked at and sent by hand.</summary>
internal static class DigestCommand
{
    public static Command Build(SharedOptions shared) => new("digest", "De weekbrief") { Preview(shared), Send(shared) };

    private static Command Preview(SharedOptions shared)
    {
        var topics = new Option<string[]>("--topic") { Description = "Over dit onderwerp (id uit feeds.json); mag vaker. Zonder: over alles", HelpName = "id", AllowMultipleArgumentsPerToken = true };
        var html = new Option<bool>("--html") { Description = "Als HTML in plaats van tekst" };
        var command = new Command("preview", "Laat zien wat er nu in de weekbrief zou staan, zonder iets te versturen") { topics, html };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var host = await Workbench.OpenAsync(parsed, shared, cancellation);
            var preview = host.Services.GetRequiredService<DigestPreview>();
            var ids = await preview.TopicsAsync(parsed.GetValue(topics) ?? [], cancellation);
            if (ids.Unknown.Count > 0)
                throw new OpeningException($"Dit onderwerp bestaat niet: {string.Join(", ", ids.Unknown)}. De id's staan in feeds.json en op de pagina Onderwerpen.");
            var letter = await preview.OfTopicsAsync(DigestCalendar.WeekOf(DutchTime.DayOf(host.Services.GetRequiredService<TimeProvider>().GetUtcNow())), ids.Known, cancellation);
            if (letter.IsEmpty)
            {
                await Console.Error.WriteLineAsync("Er is nu niets om te melden; over deze onderwerpen ging er geen brief uit.");
                return;
            }

            var foot = host.Services.GetRequiredService<DigestMail>().Foot(email: null, since: null);
            Console.WriteLine(parsed.GetValue(html) ? LetterHtml.Write(letter, foot) : $"Onderwerp: {letter.Subject}\n\n{LetterText.Write(letter, foot)}");
        });
        return command;
    }

    private static Command Send(SharedOptions shared)
    {
        var date = new Option<string>("--date") { Description = "De dag waarvan de brieven nu gaan, zoals 2026-11-24; ook als die voorbij is. Zonder: vandaag", HelpName = "datum" };
        var command = new Command("send", "Maak en verstuur de weekbrieven van een dag, ook wat eerder bleef liggen") { date };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var host = await Workbench.OpenAsync(parsed, shared, cancellation);
            var today = DutchTime.DayOf(host.Services.GetRequiredService<TimeProvider>().GetUtcNow());
            return await SendAsync(host.Services, DayOf(parsed.GetValue(date)) ?? today, cancellation);
        });
        return command;
    }

    /// <returns>0 if nothing failed; 1 if a letter could not be handed over.</returns>
    private static async Task<int> SendAsync(IServiceProvider services, DateOnly day, CancellationToken cancellation)
    {
        var tally = await Terminal.WithBarAsync("Weekbrieven versturen", 1, report => services.GetRequiredService<DigestRound>()
            .RunDayAsync(day, sent => report(sent.Done, sent.Planned), cancellation));
        Console.WriteLine($"{DutchTime.WeekdayDate(day)}: {DutchText.Count(tally.Sent, "weekbrief", "weekbrieven")} verstuurd, {DutchText.Number(tally.Empty)} keer was er niets te melden, {DutchText.Count(tally.Bounced, "kwam", "kwamen")} terug, {DutchText.Number(tally.Failed)} keer mislukt.");
        if (tally.Stopped is not null)
            await Console.Error.WriteLineAsync($"Het versturen is gestopt. {tally.Stopped} Kijk Kiosk:Mail na en geef de opdracht nog eens.");
        var (waiting, held) = await WaitingAsync(services, day, cancellation);
        if (held)
            Console.WriteLine("De redactie houdt deze weekbrief vast; hij gaat zodra hij is goedgekeurd.");
        else if (waiting > 0)
            Console.WriteLine($"Nog niet weg: {DutchText.Count(waiting, "brief", "brieven")}, omdat de mailserver om geduld vroeg. Dat gaat vanzelf als de Kiosk open is, of bij de volgende keer.");
        return tally.Failed == 0 && tally.Stopped is null ? 0 : 1;
    }

    private static async Task<(int Waiting, bool Held)> WaitingAsync(IServiceProvider services, DateOnly day, CancellationToken cancellation)
    {
        var week = DigestCalendar.WeekOf(day);
        await using var db = await services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync(cancellation);
        return (await db.Deliveries.CountAsync(delivery => delivery.Digest!.Week == week && (delivery.State == DeliveryState.Waiting || delivery.State == DeliveryState.Claimed), cancellation),
            await db.Digests.AnyAsync(digest => digest.Week == week && digest.HeldAt != null, cancellation));
    }

    private static DateOnly? DayOf(string? typed) => typed is null ? null
        : DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new OpeningException($"‘{typed}’ is geen datum; schrijf bijvoorbeeld 2026-11-24.");
}
