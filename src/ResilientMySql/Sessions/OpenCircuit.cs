using MySqlConnector;
using ResilientMySql.Failures;

namespace ResilientMySql.Sessions;

/// <summary>
/// Remembers that the server turns sessions away (too many connections, a wrong password), so that it is not asked again for
/// every caller: they get its last answer at once, until an attempt in the background, or for a lost session, succeeds.
/// </summary>
/// <remarks>Thread-safe. A server that is away altogether refuses nothing: callers wait for that one.</remarks>
internal sealed class OpenCircuit(TimeProvider time)
{
    // A single refusal is an answer to a single caller, who may well mend what is wrong.
    private const int Threshold = 5;

    // Others' sessions end: what may pass by itself is waited for, as a server that is away, unless it lasts.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private int _refusals;
    private long _firstRefusal;
    private volatile MySqlException? _reason;

    /// <summary>What the server said, where it is not to be asked; otherwise null.</summary>
    public MySqlException? Reason => _reason;

    public void NoteSuccess()
    {
        if (Volatile.Read(ref _refusals) == 0)
            return;

        lock (_lock)
        {
            _refusals = 0;
            _reason = null;
        }
    }

    public void NoteFailure(Exception failure)
    {
        if (!IsRefusal(failure))
            return;

        lock (_lock)
        {
            if (_refusals++ == 0)
                _firstRefusal = time.GetTimestamp();

            if (_refusals >= Threshold && (!ServerErrors.CanOpenLater(failure) || time.GetElapsedTime(_firstRefusal) >= LongestWait))
                _reason = (MySqlException)failure;
        }
    }

    /// <summary>What was wrong may have been put right.</summary>
    public void Reset() => NoteSuccess();

    /// <summary>An answer of the server's own, and not that it is about to go.</summary>
    public static bool IsRefusal(Exception failure) => failure is MySqlException
    {
        Number: > 0,
        ErrorCode: not (MySqlErrorCode.UnableToConnectToHost or MySqlErrorCode.ServerShutdown),
    };
}
