using Kiosk.Web.Citing;

namespace Kiosk.Web.Tests.Citing;

public sealed class CitedNameTests
{
    [Theory]
    [InlineData("Anna van der Berg", "Berg", "Anna", "van der")]
    [InlineData("Berg, Anna van der", "Berg", "Anna", "van der")]
    [InlineData("van der Berg, Anna", "Berg", "Anna", "van der")]
    [InlineData("A.B. de Vries", "Vries", "A.B.", "de")]
    [InlineData("Jan-Willem in ’t Veld", "Veld", "Jan-Willem", "in ’t")]
    [InlineData("Noor Verbeek", "Verbeek", "Noor", "")]
    [InlineData("Noor Maria Verbeek-Smit", "Verbeek-Smit", "Noor Maria", "")]
    [InlineData("Dr. Fatma el Idrissi", "Idrissi", "Fatma", "el")]
    [InlineData("prof. dr. Nadja Jungmann", "Jungmann", "Nadja", "")]
    [InlineData("Jansen A.B.", "Jansen", "A.B.", "")]
    [InlineData("Şükrü  Öztürk", "Öztürk", "Şükrü", "")]
    [InlineData("Nel Hoekstra, schuldhulpverlener", "Hoekstra", "Nel", "")]
    [InlineData("Xander de Haan van den Akker", "Haan van den Akker", "Xander", "de")]
    public void A_name_falls_apart_as_the_Dutch_file_it(string name, string family, string given, string particle) =>
        Assert.Equal(new CitedName(family, given, particle), CitedName.Parse(name));

    [Theory]
    [InlineData("Ministerie van Sociale Zaken en Werkgelegenheid")]
    [InlineData("Rechtbank Amsterdam")]
    [InlineData("Nibud")]
    [InlineData("De redactie")]
    [InlineData("Stichting 113")]
    [InlineData("KPMG & partners")]
    [InlineData("noor@kiosk.example")]
    [InlineData("Dr.")]
    public void An_institution_stays_whole(string name)
    {
        var parsed = CitedName.Parse(name);
        Assert.True(parsed.IsInstitution);
        Assert.Equal(name, parsed.Family);
    }

    [Theory]
    [InlineData("Jean-Pierre van Dam", "J.-P.")]
    [InlineData("A.B. de Vries", "A. B.")]
    [InlineData("Élise Maria Dam", "É. M.")]
    public void First_names_become_initials(string name, string initials) => Assert.Equal(initials, CitedName.Parse(name).Initials);
}
