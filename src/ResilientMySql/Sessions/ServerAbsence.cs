using ResilientMySql.Io;
using ResilientMySql.Rehydration;

namespace ResilientMySql.Sessions;

/// <summary>
/// While nobody reaches the server: all who wait for it try it at one pace between them, and the first who finds it back tells the others.
/// </summary>
/// <remarks>
/// Thread-safe. A server that answers, if only to turn a session away, is not absent: that one session was let in says nothing
/// about the next one then (see <see cref="OpenCircuit"/>).
/// </remarks>
internal sealed class ServerAbsence(TimeProvider time, Random random)
{
    private readonly Lock _lock = new();
    private volatile TaskCompletionSource? _end;
    private long _start;
    private int _waiting;

    /// <summary>
    /// The caller could not reach the server: waits until it is his turn to try again, until the server is back, or for all that he
    /// has <paramref name="left"/>.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async ValueTask WaitAsync<TIo>(TimeSpan left, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        Task end;
        TimeSpan delay;
        lock (_lock)
        {
            if (_end is null)
            {
                _end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _start = time.GetTimestamp();
            }

            end = _end.Task;
            _waiting++;
            delay = Backoff.WhileAway(time.GetElapsedTime(_start), _waiting, random.NextDouble());
        }

        try
        {
            await TIo.DelayAsync(time, delay < left ? delay : left, end, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
                _waiting--;
        }
    }

    /// <summary>The server was reached: whoever waits for it tries at once.</summary>
    public void End()
    {
        if (_end is null)
            return;

        TaskCompletionSource? end;
        lock (_lock)
        {
            end = _end;
            _end = null;
        }

        end?.SetResult();
    }
}
