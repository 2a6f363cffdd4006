using ResilientMySql.Queries;

namespace ResilientMySql.Allocations;

/// <summary>Callers of generated queries, each on a thread of its own or asynchronously, who stay where they are between rounds.</summary>
internal sealed class Callers : IAsyncDisposable
{
    private readonly ResilientMySqlDataSource _target;
    private readonly Task[] _callers;
    private CallerRound _round;

    public Callers(ResilientMySqlDataSource target, bool areAsynchronous, int count)
    {
        var first = new CallerRound(count);
        (_target, _round) = (target, first);
        _callers = [.. Enumerable.Range(0, count).Select(caller => areAsynchronous ? Task.Run(() => StayAsync(caller, first)) : StartThread(caller, first))];
    }

    /// <summary>So many calls of all together; how many of them were not over when they returned.</summary>
    public async Task<int> CallAsync(int calls)
    {
        CallerRound round = _round;
        _round = round.Next;
        round.Begin(calls / _callers.Length);
        await await Task.WhenAny([round.Ended, .. _callers]);
        return await round.Ended;
    }

    public async ValueTask DisposeAsync()
    {
        _round.Begin(0);
        await Task.WhenAll(_callers);
    }

    private Task StartThread(int caller, CallerRound first) => Task.Factory.StartNew(
        () =>
        {
            CallerRound round = first;
            while (round.Begun.GetAwaiter().GetResult() is > 0 and int calls)
            {
                Call(caller, calls);
                round.End(pending: 0);
                round = round.Next;
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    private async Task StayAsync(int caller, CallerRound first)
    {
        CallerRound round = first;
        while (await round.Begun is > 0 and int calls)
        {
            round.End(await CallAsync(caller, calls));
            round = round.Next;
        }
    }

    private void Call(int caller, int calls)
    {
        for (int i = 0; i < calls; i += 4)
        {
            int id = 1 + ((caller + i) % 600);
            Check(id, QueryRunner.First<CityIdQuery, int>(_target, new(id)));
            Check(id, QueryRunner.First<CityKeysQuery, CityKeys>(_target, new(id)).CityId);
            Check(1, StatementRunner.Execute<TouchCity>(_target, new(id)));
            Check(id, QueryRunner.FirstOrDefault<OptionalCityIdQuery, int?>(_target, new(id)) ?? 0);
        }
    }

    private async Task<int> CallAsync(int caller, int calls)
    {
        int pending = 0;
        for (int i = 0; i < calls; i += 4)
        {
            int id = 1 + ((caller + i) % 600);
            Check(id, await Count(QueryRunner.FirstAsync<CityIdQuery, int>(_target, new(id), default), ref pending));
            Check(id, (await Count(QueryRunner.FirstAsync<CityKeysQuery, CityKeys>(_target, new(id), default), ref pending)).CityId);
            Check(1, await Count(StatementRunner.ExecuteAsync<TouchCity>(_target, new(id), default), ref pending));
            Check(id, await Count(QueryRunner.FirstOrDefaultAsync<OptionalCityIdQuery, int?>(_target, new(id), default), ref pending) ?? 0);
        }

        return pending;
    }

    private static ValueTask<T> Count<T>(ValueTask<T> call, ref int pending)
    {
        if (!call.IsCompleted)
            pending++;

        return call;
    }

    /// <summary>Without the boxes of an assertion.</summary>
    private static void Check(int expected, int actual)
    {
        if (expected != actual)
            Assert.Equal(expected, actual);
    }
}
