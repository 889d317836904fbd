using System.Data.Common;

namespace Kiosk.Data.Leases;

/// <summary>
/// Writes down what has happened outside and cannot be taken back, such as a mail that a server took: if the archive does not answer for a moment, it is asked again,
/// for as long as nobody else may have taken the work over.
/// </summary>
public static class Insistence
{
    private const int TriesALease = 30;

    /// <param name="lease">Of the work, which was renewed not long ago.</param>
    /// <param name="write">Doing it twice must write the same.</param>
    /// <param name="time">Between two tries.</param>
    /// <exception cref="Exception">What the last try threw.</exception>
    public static async Task WriteAsync(TimeSpan lease, Func<Task> write, TimeProvider time)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await write();
                return;
            }
            catch (Exception problem) when (tries < TriesALease && (problem is DbException || problem.InnerException is DbException))
            {
                await Task.Delay(lease / TriesALease, time);
            }
        }
    }
}
