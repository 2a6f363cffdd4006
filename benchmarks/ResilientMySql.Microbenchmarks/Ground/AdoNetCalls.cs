using System.Data.Common;
using MySqlConnector;

namespace ResilientMySql.Microbenchmarks.Ground;

/// <summary>What programs do on an open connection, through the base classes, so that both providers run the same lines.</summary>
internal sealed class AdoNetCalls : IDisposable
{
    // Another text: the driver runs all commands of a text that is prepared on its session as prepared ones.
    private const string PreparedScalarText = ItemTexts.Scalar + " LIMIT 1";

    private readonly DbConnection _connection;
    private readonly DbCommand _query;
    private readonly DbCommand _prepared;
    private readonly DbCommand _update;

    /// <param name="connection">Open; theirs from now on.</param>
    public AdoNetCalls(DbConnection connection)
    {
        _connection = connection;
        _query = CreateCommand(ItemTexts.Scalar);
        _update = CreateCommand(ItemTexts.Update);
        _prepared = CreateCommand(PreparedScalarText);
    }

    public DbCommand CreateCommand() => _connection.CreateCommand();

    public void Bind()
    {
        _query.Parameters.Clear();
        Bind(_query);
    }

    public void Prepare() => _prepared.Prepare();

    public Task PrepareAsync() => _prepared.PrepareAsync();

    public object? Scalar() => _query.ExecuteScalar();

    public Task<object?> ScalarAsync() => _query.ExecuteScalarAsync();

    public object? PreparedScalar() => _prepared.ExecuteScalar();

    public Task<object?> PreparedScalarAsync() => _prepared.ExecuteScalarAsync();

    public int Reader()
    {
        using DbDataReader reader = _query.ExecuteReader();
        reader.Read();
        return reader.GetInt32(0);
    }

    public async Task<int> ReaderAsync()
    {
        await using DbDataReader reader = await _query.ExecuteReaderAsync();
        await reader.ReadAsync();
        return reader.GetInt32(0);
    }

    public int NonQuery() => _update.ExecuteNonQuery();

    public Task<int> NonQueryAsync() => _update.ExecuteNonQueryAsync();

    public void Transaction()
    {
        using DbTransaction transaction = _connection.BeginTransaction();
        transaction.Commit();
    }

    public async Task TransactionAsync()
    {
        await using DbTransaction transaction = await _connection.BeginTransactionAsync();
        await transaction.CommitAsync();
    }

    public void Dispose() => _connection.Dispose();

    private DbCommand CreateCommand(string sql)
    {
        DbCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        Bind(command);
        return command;
    }

    private static void Bind(DbCommand command) => command.Parameters.Add(new MySqlParameter("@id", MySqlDbType.Int32) { Value = 312 });
}
