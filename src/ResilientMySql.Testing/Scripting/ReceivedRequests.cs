namespace ResilientMySql.Testing.Scripting;

/// <summary>Takes down what a scripted server receives. Thread-safe.</summary>
internal sealed class ReceivedRequests
{
    private readonly Lock _lock = new();
    private readonly List<ReceivedRequest> _requests = [];
    private readonly List<(Func<ReceivedRequest, bool> When, TaskCompletionSource<ReceivedRequest> Waiter)> _waiters = [];

    public IReadOnlyList<ReceivedRequest> All
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    public void Add(ReceivedRequest request)
    {
        lock (_lock)
        {
            _requests.Add(request);
            _waiters.RemoveAll(waiting => waiting.When(request) && waiting.Waiter.TrySetResult(request));
        }
    }

    public Task<ReceivedRequest> WaitAsync(Func<ReceivedRequest, bool> when)
    {
        lock (_lock)
        {
            if (_requests.FirstOrDefault(when) is { } request)
                return Task.FromResult(request);

            var waiter = new TaskCompletionSource<ReceivedRequest>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((when, waiter));
            return waiter.Task;
        }
    }

    /// <summary>Nothing more will come.</summary>
    public void Close()
    {
        lock (_lock)
        {
            foreach ((_, TaskCompletionSource<ReceivedRequest> waiter) in _waiters)
                waiter.TrySetCanceled();
            _waiters.Clear();
        }
    }
}
