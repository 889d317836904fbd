using Kiosk.Search.References;

namespace Kiosk.Search.Tests.References;

public sealed class MunicipalityTests
{
    [Theory]
    [InlineData("Rotterdam helpt eerder bij schulden", "rotterdam")]
    [InlineData("Wethouders van Bergen op Zoom en Etten-Leur", "bergen-op-zoom etten-leur")]
    [InlineData("’s-Hertogenbosch stopt met incasso", "s-hertogenbosch")]
    [InlineData("Den Bosch stopt met incasso", "s-hertogenbosch")]
    [InlineData("Zo doet Uden dat", "maashorst")]
    [InlineData("De gemeente Best begint", "best")]
    [InlineData("Wethouder van Epe: eerder praten", "epe")]
    [InlineData("De gemeenteraad van Laren stemt in", "laren")]
    [InlineData("De gemeente Kampen en inwoners van Goes", "kampen goes")]
    [InlineData("Gemeente ’s-Gravenhage, gemeente Bergen (NH.) en gemeente Bergen (L.)", "den-haag bergen-nh bergen-l")]
    [InlineData("Noardeast-Fryslân en Súdwest-Fryslân", "noardeast-fryslan sudwest-fryslan")]
    [InlineData("Cijfers van de Kredietbank van Rotterdam", "rotterdam")]
    [InlineData("Zo werkt de aanpak van Zutphen", "zutphen")]
    [InlineData("Fusie: Wijdemeren hoort bij de buren", "hilversum")]
    public void A_municipality_is_known_by_any_of_its_names(string text, string slugs) => Assert.Equal(slugs, Found(text));

    [Theory]
    [InlineData("Best lastig, zo’n brief")]
    [InlineData("Het beste van Laren en Epe")]
    [InlineData("Den Haag wil minder incasso")]
    [InlineData("Rechtbank Rotterdam wijst dwangakkoord toe")]
    [InlineData("Onderzoek van de Universiteit van Amsterdam")]
    [InlineData("Hulp in de provincie Utrecht")]
    [InlineData("J. Zutphen schreef een boek")]
    [InlineData("Amsterdamse aanpak werkt")]
    [InlineData("De gemeente Bergen, maar welke")]
    [InlineData("rotterdam zonder hoofdletter")]
    [InlineData("Kampen uw inwoners met schulden?")]
    [InlineData("Goes, Putten en Ede: drie namen")]
    [InlineData("Buren helpen elkaar. Huizen worden duurder")]
    [InlineData("Hof in Den Haag. Leiden en lijden")]
    [InlineData("Voorst u een rapport")]
    [InlineData("Aldus ombudsman Reinier van Zutphen")]
    [InlineData("Rechtbank Gelderland, zittingsplaats Zutphen")]
    [InlineData("De kantonrechter te Amsterdam oordeelt")]
    [InlineData("Onderzoek door Tilburg University")]
    [InlineData("Beekse bergen, Bestuur, Edelachtbare, Emmense, Gouds")]
    public void What_only_looks_like_one_is_none(string text) => Assert.Equal("", Found(text));

    [Fact]
    public void A_text_that_names_too_many_is_about_none() =>
        Assert.Empty(MunicipalityReader.Read("Almere, Amersfoort, Apeldoorn, Arnhem, Assen en Breda", 5));

    [Fact]
    public void Every_slug_is_of_one_municipality_and_every_name_is_found_by_itself()
    {
        Assert.Equal(Municipality.All.Count, Municipality.All.Select(one => one.Slug).Distinct().Count());
        Assert.Equal(341, Municipality.All.Count); // On 1 January 2026, since Wijdemeren went into Hilversum.
        Assert.All(Municipality.All, one => Assert.Equal(one, Municipality.Find(one.Slug)));
        Assert.All(Municipality.All, one => Assert.Equal(one.Slug, Found($"gemeente {one.Name}")));
    }

    private static string Found(string text) => string.Join(' ', MunicipalityReader.Read(text, 5).Select(one => one.Slug));
}
