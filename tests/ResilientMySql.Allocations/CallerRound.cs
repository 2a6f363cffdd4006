namespace ResilientMySql.Allocations;

/// <summary>So many calls of each of some callers, who begin together.</summary>
internal sealed class CallerRound
{
    private readonly TaskCompletionSource<int> _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int _callers;
    private int _underWay;
    private int _pending;

    public CallerRound(int callers) => _callers = _underWay = callers;

    /// <summary>How many calls each is to make.</summary>
    public Task<int> Begun => _begun.Task;

    /// <summary>How many of all calls were not over when they returned.</summary>
    public Task<int> Ended => _ended.Task;

    /// <summary>What follows it.</summary>
    public CallerRound Next => field ??= new CallerRound(_callers);

    public void Begin(int calls)
    {
        _ = Next;
        _begun.SetResult(calls);
    }

    /// <summary>One caller is done.</summary>
    public void End(int pending)
    {
        Interlocked.Add(ref _pending, pending);
        if (Interlocked.Decrement(ref _underWay) == 0)
            _ended.SetResult(_pending);
    }
}
