using System.Threading.Channels;

namespace Kiosk.Web.Mail;

/// <summary>Where pages drop letters: they go out behind the visitor's back, so that how long a page takes tells nothing about who got mail.</summary>
public sealed class Postbox
{
    /// <summary>More waiting letters than this means that something is wrong; further ones are refused.</summary>
    private const int Capacity = 1000;

    private readonly Channel<Letter> _letters = Channel.CreateBounded<Letter>(Capacity);

    /// <returns>False if the box is full.</returns>
    public bool Drop(Letter letter) => _letters.Writer.TryWrite(letter);

    public IAsyncEnumerable<Letter> EmptyAsync(CancellationToken cancellation) => _letters.Reader.ReadAllAsync(cancellation);
}
