using System.Data;
using System.Data.Common;
using MySqlConnector;

namespace ResilientMySql.Integration.Costs;

/// <summary>What programs do all day, with the base classes, so that both libraries run the same lines.</summary>
internal sealed class HealthyCalls(CallMode mode, DbDataSource dataSource) : IAsyncDisposable
{
    private const string Write = "UPDATE city SET city = city WHERE city_id = 1";

    private readonly DbConnection _open = dataSource.CreateConnection();
    private DbCommand? _prepared;

    public async Task OpenQueryCloseAsync()
    {
        await using DbConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await QueryAsync(connection);
        await mode.CloseAsync(connection);
    }

    public async Task OpenPreparedQueryCloseAsync()
    {
        await using DbConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await using DbCommand command = Lookup(connection);
        await mode.PrepareAsync(command);
        Assert.Equal(312, Convert.ToInt32(await mode.ScalarAsync(command), null));
        await mode.CloseAsync(connection);
    }

    public async Task QueryOnOpenConnectionAsync() => await QueryAsync(await OpenOnceAsync());

    public async Task PreparedOnOpenConnectionAsync()
    {
        if (_prepared is null)
        {
            _prepared = Lookup(await OpenOnceAsync());
            await mode.PrepareAsync(_prepared);
        }

        Assert.Equal(312, Convert.ToInt32(await mode.ScalarAsync(_prepared), null));
    }

    public async Task TransactionAsync()
    {
        DbConnection connection = await OpenOnceAsync();
        await using DbTransaction transaction = await mode.BeginAsync(connection);
        await mode.ExecuteAsync(connection, Write, transaction);
        await mode.CommitAsync(transaction);
    }

    public async Task BatchAsync()
    {
        DbConnection connection = await OpenOnceAsync();
        await using DbBatch batch = connection.CreateBatch();
        foreach (string sql in (string[])[Write, Write])
        {
            DbBatchCommand command = batch.CreateBatchCommand();
            command.CommandText = sql;
            batch.BatchCommands.Add(command);
        }

        _ = mode is CallMode.Sync ? batch.ExecuteNonQuery() : await batch.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_prepared is not null)
            await _prepared.DisposeAsync();

        await _open.DisposeAsync();
        await dataSource.DisposeAsync();
    }

    private async Task QueryAsync(DbConnection connection)
    {
        await using DbCommand command = Lookup(connection);
        Assert.Equal(312, Convert.ToInt32(await mode.ScalarAsync(command), null));
    }

    private async Task<DbConnection> OpenOnceAsync()
    {
        if (_open.State is ConnectionState.Closed)
            await mode.OpenAsync(_open);

        return _open;
    }

    private static DbCommand Lookup(DbConnection connection)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = CityLookup.Sql;
        command.Parameters.Add(new MySqlParameter("@city", "London"));
        return command;
    }
}
