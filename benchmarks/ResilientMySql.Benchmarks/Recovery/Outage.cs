using System.Diagnostics;
using ResilientMySql.Benchmarks.Contenders;
using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Servers;

namespace ResilientMySql.Benchmarks.Recovery;

/// <summary>One turn of one contender: its callers ask, the server is killed and started again, its callers go on asking.</summary>
internal sealed class Outage(BenchmarkServer server, Contender contender, OutagePlan plan)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(10);

    /// <exception cref="WrongAnswerException">An answer was wrong.</exception>
    public async Task<OutageLog> RunAsync(CallMode mode, int callers, CancellationToken cancellationToken)
    {
        using var end = new CancellationTokenSource();
        OutageCaller[] all = [.. Enumerable.Range(0, callers).Select(caller => new OutageCaller(contender, server.Cities, caller, end.Token))];
        Task<List<OutageRequest>>[] asking = [.. all.Select(caller => caller.RunAsync(mode))];
        OutageLog log;
        try
        {
            while (!Array.TrueForAll(all, static caller => caller.HasBeenAnswered))
                await Task.Delay(PollInterval, cancellationToken);

            log = await StrikeAsync(cancellationToken);
        }
        finally
        {
            await end.CancelAsync();
            await Task.WhenAll(asking);
        }

        return log with { Requests = [.. asking.SelectMany(static caller => caller.Result)] };
    }

    private async Task<OutageLog> StrikeAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(plan.Settling, cancellationToken);
        long settled = Stopwatch.GetTimestamp();
        await Task.Delay(plan.Before, cancellationToken);
        long killed = Stopwatch.GetTimestamp();
        await server.KillAsync(cancellationToken);
        await Task.Delay(plan.Away, cancellationToken);
        long restarted = Stopwatch.GetTimestamp();
        long accepted = await StartAgainAsync(cancellationToken);
        await Task.Delay(plan.After, cancellationToken);
        return new OutageLog { Requests = [], Settled = settled, Killed = killed, Restarted = restarted, Accepted = accepted };
    }

    /// <summary>When the server greeted the first client.</summary>
    private async Task<long> StartAgainAsync(CancellationToken cancellationToken)
    {
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            Task<long> accepted = GreetingWatch.WaitAsync(server.Port, watching.Token);
            await server.StartAgainAsync(cancellationToken);
            return await accepted;
        }
        finally
        {
            await watching.CancelAsync(); // a server that does not start greets nobody
        }
    }
}
