using Kiosk.Search.Queries;

namespace Kiosk.Search.Tests.Queries;

public sealed class FilterReasonTests
{
    [Theory]
    [InlineData("schuld* OF incasso", "Schulden in de wijk", true, "schuld*", "", "")]
    [InlineData("schuld* OF incasso", "Schaatsen op de vijver", false, "", "schuld*|incasso", "")]
    [InlineData("schulden gemeente", "Schulden in de wijk", false, "schulden", "gemeente", "")]
    [InlineData("schulden -voetbal", "Schulden van een voetbal club", false, "schulden", "", "voetbal")]
    [InlineData("-voetbal", "Schulden in de wijk", true, "", "", "")]
    public void A_filter_tells_which_of_its_words_decided(string filter, string title, bool matches, string found, string missing, string unwanted)
    {
        var reason = FilterReason.Of(Query.Parse(filter), ArticleTerms.Of(new IndexedArticle { Id = 1, Title = title, Url = "https://x.example", Published = default }));
        Assert.Equal((matches, found, missing, unwanted), (reason.Matches, string.Join('|', reason.Found), string.Join('|', reason.Missing), string.Join('|', reason.Unwanted)));
    }
}
