using Kiosk.Ingest.Fetching;
using Kiosk.Web.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Pages.Over;

/// <summary>How accessible the kiosk is, what is not, and which keys it knows.</summary>
public sealed class ToegankelijkheidPage(IOptions<FetchOptions> fetching) : PageModel
{
    /// <summary>What each key does, as the overview shows it.</summary>
    public static readonly (string Key, string Does)[] KnownKeys =
    [
        ("j", "naar het volgende stuk"),
        ("k", "naar het vorige stuk"),
        ("o", "open het stuk waar je bent"),
        ("s", "bewaar het stuk om later te lezen"),
        ("l", "leg het stuk in een bundel"),
        ("/", "ga naar het zoekveld"),
        ("?", "laat dit overzicht zien"),
    ];

    /// <summary>Where complaints go, as a link.</summary>
    public string Contact => SecurityTxt.ContactOf(fetching.Value.Contact);

    public bool HasContact => fetching.Value.Contact != FetchOptions.DefaultContact;
}
