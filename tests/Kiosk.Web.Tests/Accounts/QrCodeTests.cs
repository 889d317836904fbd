using System.Security.Cryptography;
using System.Text;
using Kiosk.Web.Accounts;

namespace Kiosk.Web.Tests.Accounts;

public sealed class QrCodeTests
{
    /// <summary>The pictures behind these hashes were read back by an independent decoder: one and two blocks, with and without version bits.</summary>
    [Theory]
    [InlineData(17, 29, "fa5f025e061076fe")]
    [InlineData(100, 45, "72b2c0775516f0ee")]
    [InlineData(160, 57, "d4313f41a621cc61")]
    [InlineData(192, 57, "911ef15fa5548e34")]
    [InlineData(230, 61, "6a3560f0685adcf4")]
    public void A_text_gives_the_picture_that_a_reader_understood(int length, int side, string hash)
    {
        var code = QrCode.Of(string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + i * 7 % 26))));
        Assert.NotNull(code);
        Assert.Equal(side, code.Side);
        Assert.StartsWith(hash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code.ToPath()))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_too_long_gives_none() => Assert.Null(QrCode.Of(new string('a', 231)));
}
