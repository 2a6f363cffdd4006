using System.Runtime.CompilerServices;
using ResilientMySql.Benchmarks.Contenders;

namespace ResilientMySql.Benchmarks.Wire.Worker;

/// <summary>A generated query on connections that are held open, one for each caller.</summary>
internal sealed class ConnectionLoop(string connectionString) : QueryLoop
{
    private readonly ResilientMySqlDataSource _dataSource = new(connectionString);
    private readonly List<ResilientMySqlConnection> _connections = [];

    public override void Open() => _connections.Add(_dataSource.OpenConnection());

    public override async Task OpenAsync() => _connections.Add(await _dataSource.OpenConnectionAsync());

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Ask(int caller, Turn turn)
    {
        var queries = new ConnectionCityQueries(_connections[caller]);
        while (turn.GoesOn)
            turn.Answered(queries.GetCityId(turn.City));
    }

    public override async Task AskAsync(int caller, Turn turn)
    {
        var queries = new ConnectionCityQueries(_connections[caller]);
        while (turn.GoesOn)
            turn.Answered(await queries.GetCityIdAsync(turn.City));
    }

    public override void Dispose()
    {
        _connections.ForEach(static connection => connection.Dispose());
        _dataSource.Dispose();
    }
}
