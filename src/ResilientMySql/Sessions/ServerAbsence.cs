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

    /// <summary>Whether somebody has waited for it since it was last reached.</summary>
    public bool IsUnderWay => _end is not null;

    /// <summary>
    /// The caller could not reach the server: waits until it is his turn to try again, until shortly after the server is back, or for
    /// all that he has <paramref name="left"/>.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async ValueTask WaitAsync<TIo>(TimeSpan left, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        long entered = time.GetTimestamp();
        Task end;
        int waiting;
        TimeSpan away;
        lock (_lock)
        {
            if (_end is null)
            {
                _end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _start = entered;
            }

            end = _end.Task;
            waiting = ++_waiting;
            away = time.GetElapsedTime(_start);
        }

        try
        {
            TimeSpan turn = Backoff.WhileAway(away, waiting, random.NextDouble());
            if (!await TIo.WaitAsync(end, turn < left ? turn : left, time, cancellationToken).ConfigureAwait(false))
                return;

            TimeSpan place = Backoff.AfterReturn(waiting, random.NextDouble());
            TimeSpan rest = left - time.GetElapsedTime(entered);
            if (rest > TimeSpan.Zero)
                await TIo.DelayAsync(time, place < rest ? place : rest, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
                _waiting--;
        }
    }

    /// <summary>The server was reached: whoever waits for it comes in, one after the other.</summary>
    public void End()
    {
        if (!IsUnderWay)
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
