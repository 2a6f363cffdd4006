using System.Threading.Tasks.Sources;

namespace ResilientMySql.Frames;

/// <summary>What the caller of an asynchronous method waits on. Whoever takes the result gives the frame back with it.</summary>
internal abstract class Frame<TResult> : IValueTaskSource<TResult>, IValueTaskSource
{
    private ManualResetValueTaskSourceCore<TResult> _source;

    /// <summary>One more each time the frame is used.</summary>
    public short Version => _source.Version;

    public void End(TResult result)
    {
        Clear();
        _source.SetResult(result);
    }

    public void End(Exception exception)
    {
        Clear();
        _source.SetException(exception);
    }

    public TResult GetResult(short token)
    {
        // A second taker gets an exception, and gives nothing back.
        bool isTaken = token == _source.Version && _source.GetStatus(token) is not ValueTaskSourceStatus.Pending;
        try
        {
            return _source.GetResult(token);
        }
        finally
        {
            if (isTaken)
            {
                _source.Reset();
                Return();
            }
        }
    }

    void IValueTaskSource.GetResult(short token) => GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => _source.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);

    /// <summary>Lets go of all that the method has held.</summary>
    protected abstract void Clear();

    /// <summary>The frame is free for another call.</summary>
    protected abstract void Return();
}
