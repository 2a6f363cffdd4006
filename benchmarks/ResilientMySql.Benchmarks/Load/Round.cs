using System.Diagnostics;
using ResilientMySql.Benchmarks.Contenders;
using ResilientMySql.Benchmarks.Servers;

namespace ResilientMySql.Benchmarks.Load;

/// <summary>One turn of one contender: so many callers at once, each asking again as soon as it was answered.</summary>
internal sealed class Round(Contender contender, IReadOnlyList<City> cities, LoadPlan plan)
{
    private readonly long _from = Stopwatch.GetTimestamp() + Ticks(plan.WarmUp);
    private readonly long _end = Stopwatch.GetTimestamp() + Ticks(plan.WarmUp + plan.Measured);

    /// <exception cref="InvalidOperationException">An answer was wrong.</exception>
    public async Task<RoundResult> RunAsync(CallMode mode, int callers)
    {
        Task<CallerLog>[] logs = [.. Enumerable.Range(0, callers).Select(caller => Start(mode, caller))];
        return RoundResult.Of(await Task.WhenAll(logs), plan.Measured);
    }

    private Task<CallerLog> Start(CallMode mode, int caller) => mode is CallMode.Sync
        ? Task.Factory.StartNew(() => Ask(caller), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
        : Task.Run(() => AskAsync(caller));

    private CallerLog Ask(int caller)
    {
        (var log, var random) = (new CallerLog(_from, _end), new Random(caller));
        for (long sent = Stopwatch.GetTimestamp(); sent < _end;)
        {
            City city = cities[random.Next(cities.Count)];
            Check(city, contender.Request(caller, city.Name));
            long answered = Stopwatch.GetTimestamp();
            log.Answered(sent, answered);
            sent = answered;
        }

        return log;
    }

    private async Task<CallerLog> AskAsync(int caller)
    {
        (var log, var random) = (new CallerLog(_from, _end), new Random(caller));
        for (long sent = Stopwatch.GetTimestamp(); sent < _end;)
        {
            City city = cities[random.Next(cities.Count)];
            Check(city, await contender.RequestAsync(caller, city.Name));
            long answered = Stopwatch.GetTimestamp();
            log.Answered(sent, answered);
            sent = answered;
        }

        return log;
    }

    private void Check(City city, int id)
    {
        if (id != city.Id)
            throw new InvalidOperationException($"{contender.Name} says that {city.Name} is {id}; it is {city.Id}.");
    }

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);
}
