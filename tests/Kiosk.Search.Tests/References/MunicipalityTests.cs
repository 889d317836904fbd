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
    public void What_only_looks_like_one_is_none(string text) => Assert.Equal("", Found(text));

    [Fact]
    public void A_text_that_names_too_many_is_about_none() =>
        Assert.Empty(MunicipalityReader.Read("Almere, Amersfoort, Apeldoorn, Arnhem, Assen en Breda", 5));

    [Fact]
    public void Every_slug_is_of_one_municipality_and_every_name_is_found_by_itself()
    {
        Assert.Equal(Municipality.All.Count, Municipality.All.Select(one => one.Slug).Distinct().Count());
        Assert.InRange(Municipality.All.Count, 335, 345);
        Assert.All(Municipality.All, one => Assert.Equal(one, Municipality.Find(one.Slug)));
        Assert.All(Municipality.All, one => Assert.Equal(one.Slug, Found($"gemeente {one.Name}")));
    }

    private static string Found(string text) => string.Join(' ', MunicipalityReader.Read(text, 5).Select(one => one.Slug));
}
