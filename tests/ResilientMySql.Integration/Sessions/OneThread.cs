using System.Collections.Concurrent;

namespace ResilientMySql.Integration.Sessions;

/// <summary>One thread that does one thing after the other; a test goes on with any.</summary>
internal sealed class OneThread : IDisposable
{
    private readonly BlockingCollection<Action> _work = [];
    private readonly Thread _thread;

    public OneThread()
    {
        _thread = new Thread(() =>
        {
            foreach (Action action in _work.GetConsumingEnumerable())
                action();
        })
        { IsBackground = true };
        _thread.Start();
    }

    public Task<TResult> RunAsync<TResult>(Func<TResult> ask)
    {
        var answer = new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() =>
        {
            try
            {
                answer.SetResult(ask());
            }
            catch (Exception exception)
            {
                answer.SetException(exception);
            }
        });
        return answer.Task;
    }

    public void Dispose()
    {
        _work.CompleteAdding();
        _thread.Join();
        _work.Dispose();
    }
}
