using Kiosk.Search.Queries;

namespace Kiosk.Search.Tests.Queries;

public sealed class FormerNamesTests
{
    private static readonly FormerNames Names = new(
    [
        new(Facet.Topic, "wsnp", "Wet schuldsanering", "saneren"), new(Facet.Topic, "wsnp", "Wet schuldsanering", "saneren"), new(Facet.Topic, "beslag", "", "incasso-en-beslag"), new(Facet.Source, "oude-bron", "De Oude Bron", "nibud"),
    ]);

    [Theory]
    [InlineData("onderwerp:wsnp", "onderwerp:\"wsnp\" OF onderwerp:\"saneren\"")]
    [InlineData("onderwerp:schuldsanering auto", "(onderwerp:\"schuldsanering\" OF onderwerp:\"saneren\") auto")]
    [InlineData("-onderwerp:beslag vtlb", "-(onderwerp:\"beslag\" OF onderwerp:\"incasso en beslag\") vtlb")]
    [InlineData("bron:oude-bron OF titel:schuld", "bron:\"oude bron\" OF bron:\"nibud\" OF titel:schuld")]
    [InlineData("onderwerp:saneren", "onderwerp:\"saneren\"")]
    [InlineData("bron:wsnp soort:wet", "bron:\"wsnp\" soort:\"wet\"")]
    public void What_a_question_calls_by_a_former_name_is_found_by_the_new_one_too(string typed, string expected) =>
        Assert.Equal(expected, Names.Resolve(Query.Parse(typed)).ToString());

    [Fact]
    public void The_index_and_what_waits_for_articles_understand_them_alike()
    {
        var article = Articles.One(1, "Zonder die woorden", "", 1) with { Topics = ["saneren"], TopicNames = ["Saneren"], Source = "nibud", SourceName = "Nibud" };
        var directory = Directory.CreateTempSubdirectory("kiosk-names").FullName;
        using (var index = SearchIndex.Open(Path.Combine(directory, "search.db"), "archive"))
        {
            index.Apply([article], [], new FeedPosition(0, 1));
            Assert.Equal(0, index.Search(new SearchRequest { Text = "onderwerp:wsnp" }).Whole);
            index.FormerNames = Names;
            Assert.Equal(1, index.Search(new SearchRequest { Text = "onderwerp:wsnp bron:oude-bron" }).Whole);
            Assert.True(index.Standing("onderwerp:wsnp bron:oude-bron", exactly: false).Matches(article));
            Assert.Equal([7L], new StandingQueries([KeyValuePair.Create(7L, index.Standing("bron:oude-bron", exactly: true))]).Matching(article));
        }

        Directory.Delete(directory, recursive: true);
    }
}
