using System.Runtime.CompilerServices;
using ResilientMySql.Benchmarks.Contenders;

namespace ResilientMySql.Benchmarks.Wire.Worker;

/// <summary>A generated query on a data source that all callers share: each call takes a session and gives it back.</summary>
internal sealed class DataSourceLoop : QueryLoop
{
    private readonly ResilientMySqlDataSource _dataSource;
    private readonly CityQueries _queries;

    public DataSourceLoop(string connectionString)
    {
        _dataSource = new ResilientMySqlDataSource(connectionString);
        _queries = new CityQueries(_dataSource);
    }

    public override void Open()
    {
        // The pool opens what is needed, in the mode of whoever needs it.
    }

    public override Task OpenAsync() => Task.CompletedTask;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Ask(int caller, Turn turn)
    {
        while (turn.GoesOn)
            turn.Answered(_queries.GetCityId(turn.City));
    }

    public override async Task AskAsync(int caller, Turn turn)
    {
        while (turn.GoesOn)
            turn.Answered(await _queries.GetCityIdAsync(turn.City));
    }

    public override void Dispose() => _dataSource.Dispose();
}
