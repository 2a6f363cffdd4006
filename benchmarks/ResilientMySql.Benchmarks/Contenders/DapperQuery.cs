using Dapper;
using MySqlConnector;

namespace ResilientMySql.Benchmarks.Contenders;

/// <summary>
/// Dapper on a connection from the driver's pool. By <c>QuerySingle</c>: <c>QueryFirst</c> asks for a single row, for which the driver
/// sends a <c>SET</c> with the query.
/// </summary>
internal sealed class DapperQuery(string name, string connectionString) : Contender
{
    private readonly MySqlDataSource _dataSource = new(connectionString);

    public override string Name => name;

    public override int Request(int caller, string city)
    {
        using MySqlConnection connection = _dataSource.CreateConnection();
        return connection.QuerySingle<int>(CityQueries.Sql, new { city });
    }

    public override async ValueTask<int> RequestAsync(int caller, string city)
    {
        await using MySqlConnection connection = _dataSource.CreateConnection();
        return await connection.QuerySingleAsync<int>(CityQueries.Sql, new { city });
    }

    public override ValueTask DisposeAsync() => _dataSource.DisposeAsync();
}
