using System.Diagnostics;
using System.Runtime;
using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Servers;

namespace ResilientMySql.Benchmarks.Wire.Worker;

/// <summary>Lets callers of one contender ask, and measures them.</summary>
internal sealed class Stage(QueryLoop loop, CallMode mode, City[] cities)
{
    private const int QuietSteps = 3;
    private const int MostTries = 3;

    private static readonly TimeSpan SettleStep = TimeSpan.FromSeconds(0.25);

    private readonly List<Turn> _turns = [];

    /// <summary>Asks until nothing is compiled any more, neither for the first time nor better.</summary>
    /// <param name="callers">How many ask at once.</param>
    /// <param name="limit">After this long it is over, whatever is compiled.</param>
    public void Settle(int callers, TimeSpan limit)
    {
        long start = Stopwatch.GetTimestamp();
        for (int quiet = 0; quiet < QuietSteps && Stopwatch.GetElapsedTime(start) < limit;)
        {
            long before = JitInfo.GetCompiledMethodCount();
            Run(callers, SettleStep);
            quiet = JitInfo.GetCompiledMethodCount() == before ? quiet + 1 : 0;
        }
    }

    /// <summary>
    /// A turn that counts, after a shorter one that does not: the others have had the caches meanwhile. One in which the runtime has
    /// compiled something is repeated.
    /// </summary>
    public WireSample Measure(int callers, TimeSpan duration)
    {
        Run(callers, duration / 5);
        WireSample sample;
        int tries = 0;
        do
        {
            GC.Collect(); // the turn pays for its own bytes only
            sample = Run(callers, duration);
        }
        while (sample.Compiled > 0 && ++tries < MostTries);

        return sample;
    }

    /// <summary>Asks for so long, and leaves the heap to itself.</summary>
    public WireSample Run(int callers, TimeSpan duration)
    {
        while (_turns.Count < callers)
            Open();

        using var start = new ManualResetEventSlim(initialState: false, spinCount: 0);
        var startAsync = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        long end = 0;
        Task[] asking = [.. Enumerable.Range(0, callers).Select(caller => mode is CallMode.Sync
            ? Task.Factory.StartNew(() => Ask(caller, start, () => end), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
            : AskAsync(caller, startAsync.Task, () => end))];
        var counters = Counters.Now();
        end = counters.Timestamp + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        start.Set();
        startAsync.SetResult();
        Task.WaitAll(asking);
        return counters.Until(Counters.Now(), _turns[..callers]);
    }

    private void Open()
    {
        if (mode is CallMode.Sync)
            loop.Open();
        else
            Task.Run(loop.OpenAsync).Wait();

        _turns.Add(new Turn(cities, _turns.Count));
    }

    private void Ask(int caller, ManualResetEventSlim start, Func<long> end)
    {
        start.Wait();
        _turns[caller].Begin(end());
        loop.Ask(caller, _turns[caller]);
    }

    private async Task AskAsync(int caller, Task start, Func<long> end)
    {
        await start;
        _turns[caller].Begin(end());
        await loop.AskAsync(caller, _turns[caller]);
    }
}
