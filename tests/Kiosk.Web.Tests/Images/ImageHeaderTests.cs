using System.Text;
using Kiosk.Web.Images;

namespace Kiosk.Web.Tests.Images;

public sealed class ImageHeaderTests
{
    public static TheoryData<byte[], string> Formats => new()
    {
        { Pictures.Png(640, 480), "image/png" },
        { Pictures.Gif(640, 480), "image/gif" },
        { Pictures.Jpeg(640, 480, before: 10), "image/jpeg" },
        { Pictures.Jpeg(640, 480, before: 150_000), "image/jpeg" },
        { Pictures.WebP("VP8X", 0, 0, 0, 0, 127, 2, 0, 223, 1, 0), "image/webp" },
        { Pictures.WebP("VP8 ", 0, 0, 0, 0x9D, 1, 0x2A, 128, 2, 224, 1), "image/webp" },
        { Pictures.WebP("VP8L", 0x2F, 0x7F, 0xC2, 0x77, 0), "image/webp" },
        { Pictures.Avif(640, 480), "image/avif" },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void Type_and_size_are_read_from_the_bytes(byte[] bytes, string type)
    {
        var header = ImageHeader.Read(bytes);

        Assert.Equal(new ImageHeader(type, 640, 480), header);
        Assert.Equal(type, ImageHeader.TypeOf(bytes.AsSpan(0, 16)));
        Assert.True(header!.IsWorthShowing);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_header_that_breaks_off_anywhere_is_no_picture_and_no_fault(byte[] bytes, string type)
    {
        Assert.NotEmpty(type);
        for (var length = 0; length < Math.Min(bytes.Length, 200); length++)
            ImageHeader.Read(bytes.AsSpan(0, length));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("<!doctype html><title>Niet gevonden</title>")]
    [InlineData("%PDF-1.7")]
    [InlineData("GIF")]
    [InlineData("")]
    public void What_is_no_raster_picture_is_refused(string content) => Assert.Null(ImageHeader.Read(Encoding.UTF8.GetBytes(content)));

    [Theory]
    [InlineData(50_000, 50_000)]
    [InlineData(12_001, 10)]
    [InlineData(11_000, 11_000)]
    [InlineData(1, 1)]
    [InlineData(3, 600)]
    [InlineData(0, 0)]
    [InlineData(-5, 20)]
    public void A_picture_that_costs_too_much_or_only_counts_readers_is_not_shown(int width, int height) =>
        Assert.False(ImageHeader.Read(Pictures.Png(width, height)) is { IsWorthShowing: true });

    [Fact]
    public void Random_bytes_behind_a_good_beginning_never_fault()
    {
        var random = new Random(7);
        foreach (var (bytes, _) in Formats.Select(row => row.Data))
        {
            for (var round = 0; round < 2_000; round++)
            {
                var broken = bytes.AsSpan(0, Math.Min(bytes.Length, 300)).ToArray();
                random.NextBytes(broken.AsSpan(12 + random.Next(4)));
                ImageHeader.Read(broken);
            }
        }
    }
}
