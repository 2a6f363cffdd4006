using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.Chaos.Faults;

/// <summary>What the proxy does to connections.</summary>
internal sealed class WireFaults(FaultProxy proxy, RequestWatch watch, StrikeLog strikes, Outages outages, FaultTally tally)
{
    // How long what the proxy has done may take to arrive, on a busy machine.
    private static readonly TimeSpan Echo = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan HealingEcho = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <summary>A fault that strikes requests, by their number and not by what they say.</summary>
    public async Task StrikeRequestsAsync(PlannedFault planned, Fault fault)
    {
        int passing = planned.Skip;
        int left = planned.Times;
        bool harms = planned.Kind is not (FaultKind.Delay or FaultKind.Throttle);
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using Injection injection = proxy.Inject(fault, Strikes, planned.Times);
        await Task.WhenAny(done.Task, Task.Delay(LongestWait));

        bool Strikes(ProxiedRequest request)
        {
            if (Interlocked.Decrement(ref passing) >= 0)
                return false;

            if (harms && watch.WorkerOf(request) is { } worker)
                strikes.Note(planned.Kind, worker, Echo);
            tally.NoteRequest(request);
            if (Interlocked.Decrement(ref left) == 0)
                done.TrySetResult();
            return true;
        }
    }

    /// <summary>The same with a fault that lasts until it is healed.</summary>
    public async Task StrikeRequestsForAWhileAsync(PlannedFault planned, Fault fault)
    {
        await StrikeRequestsAsync(planned, fault);
        await Task.Delay(planned.Duration);
        Heal();
    }

    /// <summary>Everything that is idle ends at once.</summary>
    public void StrikeIdle(FaultKind kind, Fault fault)
    {
        Strike strike = strikes.Begin(kind);
        tally.NoteSessions(proxy.StrikeIdle(fault));
        strike.End(Echo);
    }

    /// <summary>Everything that is idle falls silent: whoever sends then, sends into nothing, until all is torn.</summary>
    public async Task SilenceIdleAsync(PlannedFault planned)
    {
        Strike strike = strikes.Begin(planned.Kind);
        tally.NoteSessions(proxy.StrikeIdle(planned.Choice < 0.5 ? new BlackHole() : new HalfOpen()));
        await Task.Delay(planned.Duration);
        Heal();
        strike.End(HealingEcho);
    }

    /// <summary>Everything that is idle ends, and for a while there is no way back.</summary>
    public async Task KeepOutAsync(PlannedFault planned, Fault fault)
    {
        Outage outage = outages.Begin();
        proxy.Inject(fault, times: Injection.Always);
        StrikeIdle(planned.Kind, new FinWhileIdle());
        await Task.Delay(planned.Duration);
        Heal();
        outage.End();
    }

    public void Heal()
    {
        proxy.Heal();
        watch.Start();
    }
}
