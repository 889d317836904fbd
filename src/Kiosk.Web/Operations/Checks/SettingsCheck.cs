using Kiosk.Ingest.Fetching;
using Kiosk.Web.Hosting;
using Kiosk.Web.Mail;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Operations.Checks;

/// <summary>Settings that are allowed, but that a kiosk for others should fill in.</summary>
internal sealed class SettingsCheck(IOptions<KioskOptions> kiosk, IOptions<FetchOptions> fetching, IOptions<MailOptions> mail) : ICheck
{
    private const string Name = "Instellingen";

    public Task<IReadOnlyList<Finding>> LookAsync(bool thorough, CancellationToken cancellation)
    {
        List<Finding> findings = [];
        if (fetching.Value.Contact == FetchOptions.DefaultContact)
            findings.Add(Finding.Note(Name, "Eigenaren van websites weten niet hoe ze je bereiken.", "Vul Kiosk:Fetch:Contact met een mailadres of webadres."));
        if (kiosk.Value.Address is null)
            findings.Add(Finding.Note(Name, "Het adres voor de buitenwereld is niet ingesteld; links in mail wijzen naar deze machine.", "Vul Kiosk:Address, bijvoorbeeld https://kiosk.example.nl."));
        else if (kiosk.Value.Address.StartsWith("http:", StringComparison.OrdinalIgnoreCase))
            findings.Add(Finding.Note(Name, "De Kiosk is zonder versleuteling te bereiken.", "Zet er een webserver met TLS voor en schrijf Kiosk:Address met https."));
        if (!string.IsNullOrWhiteSpace(mail.Value.Host) && mail.Value.From.Contains("localhost", StringComparison.OrdinalIgnoreCase))
            findings.Add(Finding.Bad(Name, "De afzender van mail is nog localhost; mailservers weigeren dat.", "Vul Kiosk:Mail:From, bijvoorbeeld: de Kiosk <kiosk@example.nl>."));
        if (findings.Count == 0)
            findings.Add(Finding.Good(Name, "Alles is ingevuld."));
        return Task.FromResult<IReadOnlyList<Finding>>(findings);
    }
}
