namespace Kiosk.Web.Digests;

/// <summary>
/// Lets many workers write at once what the archive takes one transaction at a time: whoever comes while one runs goes along with the next, all together.
/// A worker goes on when what it asked for is written.
/// </summary>
/// <param name="write">Writes what several ask for, and answers each by what it asked.</param>
internal sealed class GroupCommit<TAsk, TAnswer>(Func<IReadOnlyList<TAsk>, Task<Func<TAsk, TAnswer>>> write)
{
    private readonly Lock _lock = new();
    private List<(TAsk Ask, TaskCompletionSource<TAnswer> Answer)> _waiting = [];
    private bool _writing;

    /// <exception cref="Exception">What the writing of its group threw.</exception>
    public Task<TAnswer> AskAsync(TAsk ask)
    {
        var answer = new TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting.Add((ask, answer));
            if (_writing)
                return answer.Task;
            _writing = true;
        }

        _ = Task.Run(WriteAsync);
        return answer.Task;
    }

    private async Task WriteAsync()
    {
        while (true)
        {
            List<(TAsk Ask, TaskCompletionSource<TAnswer> Answer)> group;
            lock (_lock)
            {
                if (_waiting.Count == 0)
                {
                    _writing = false;
                    return;
                }

                (group, _waiting) = (_waiting, []);
            }

            try
            {
                var answers = await write([.. group.Select(one => one.Ask)]);
                foreach (var (ask, answer) in group)
                    answer.SetResult(answers(ask));
            }
            catch (Exception problem)
            {
                foreach (var (_, answer) in group)
                    answer.TrySetException(problem);
            }
        }
    }
}
