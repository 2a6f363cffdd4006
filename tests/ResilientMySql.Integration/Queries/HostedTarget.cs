using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries;

/// <summary>A target of each kind, which takes what it has opened away with it.</summary>
internal sealed class HostedTarget : IAsyncDisposable
{
    private readonly ResilientMySqlConnection? _connection;
    private readonly ResilientMySqlTransaction? _transaction;

    private HostedTarget(QueryTarget target, ResilientMySqlConnection? connection = null, ResilientMySqlTransaction? transaction = null)
    {
        Target = target;
        _connection = connection;
        _transaction = transaction;
    }

    public QueryTarget Target { get; }

    public static async Task<HostedTarget> OpenAsync(CallMode mode, QueryHost host, ResilientMySqlDataSource dataSource)
    {
        if (host is QueryHost.DataSource)
            return new(dataSource);

        ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        if (host is QueryHost.Connection)
            return new(connection, connection);

        var transaction = (ResilientMySqlTransaction)await mode.BeginAsync(connection);
        return new(transaction, connection, transaction);
    }

    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null)
            await _transaction.DisposeAsync();

        if (_connection is not null)
            await _connection.DisposeAsync();
    }
}
