using Kiosk.Search;
using Kiosk.Search.Queries;
using Kiosk.Web.Pages.Zoeken;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Kiosk.Web.Tests.Searching;

/// <summary>What was searched for, as the one question that an alert and a feed ask.</summary>
public sealed class SearchAsQueryTests
{
    [Theory]
    [InlineData("?q=vtlb auto", "vtlb auto")]
    [InlineData("?q=vtlb&soort=nieuws&soort=wet", "vtlb (soort:nieuws OF soort:wet)")]
    [InlineData("?q=a OF b&bron=de-bron", "(a OF b) bron:\"de-bron\"")]
    [InlineData("?q=\"schone lei&onderwerp=wsnp", "\"schone lei\" onderwerp:wsnp")]
    [InlineData("?q=(a OF b&jaar=2024", "(a OF b) jaar:2024")]
    [InlineData("?q=x&van=2020&tot=2024&jaar=2023", "x jaar:2020-2024")]
    [InlineData("?tot=2024", "voor:2025")]
    public void Text_and_filters_become_one_question(string address, string expected)
    {
        var query = SearchFilters.OfFeed(new QueryCollection(address[1..].Split('&').Select(pair => pair.Split('=', 2)).GroupBy(pair => pair[0], pair => pair[1])
            .ToDictionary(pair => pair.Key, pair => new StringValues([.. pair])))).ToQuery();
        Assert.Equal(expected, query);
        Query.Parse(query, out var notes);
        Assert.Empty(notes);
    }
}
