using System.Data;
using System.Data.Common;

namespace ResilientMySql.Ecosystem.Providers;

/// <summary>Code that knows no provider: a factory and a connection string are all it is given.</summary>
internal sealed class CityRepository(DbProviderFactory factory, string connectionString, CallMode mode)
{
    public async Task<List<int>> FindAsync(string name)
    {
        await using DbConnection connection = await OpenAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = "SELECT city_id FROM city WHERE city = @name ORDER BY city_id";
        command.Parameters.Add(Parameter("@name", DbType.String, name));
        await using DbDataReader reader = await mode.ReaderAsync(command);
        var ids = new List<int>();
        while (await mode.ReadAsync(reader))
            ids.Add(reader.GetInt32(reader.GetOrdinal("city_id")));

        return ids;
    }

    public async Task AddAsync(IEnumerable<string> names)
    {
        await using DbConnection connection = await OpenAsync();
        await using DbTransaction transaction = await mode.BeginAsync(connection, IsolationLevel.ReadCommitted);
        await using DbCommand command = factory.CreateCommand()!;
        command.Connection = connection;
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO city (city, country_id) VALUES (@name, 102)";
        DbParameter parameter = Parameter("@name", DbType.String, "");
        command.Parameters.Add(parameter);
        await mode.PrepareAsync(command);
        foreach (string name in names)
        {
            parameter.Value = name;
            _ = mode is CallMode.Sync ? command.ExecuteNonQuery() : await command.ExecuteNonQueryAsync();
        }

        await mode.CommitAsync(transaction);
    }

    /// <summary>Several statements in one go.</summary>
    public async Task<int> RenameAsync(params (string From, string To)[] names)
    {
        await using DbConnection connection = await OpenAsync();
        await using DbBatch batch = factory.CreateBatch();
        batch.Connection = connection;
        foreach ((string from, string to) in names)
        {
            DbBatchCommand command = factory.CreateBatchCommand();
            command.CommandText = "UPDATE city SET city = @to WHERE city = @from";
            command.Parameters.Add(Parameter("@to", DbType.String, to));
            command.Parameters.Add(Parameter("@from", DbType.String, from));
            batch.BatchCommands.Add(command);
        }

        return mode is CallMode.Sync ? batch.ExecuteNonQuery() : await batch.ExecuteNonQueryAsync();
    }

    private async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = factory.CreateConnection()!;
        connection.ConnectionString = connectionString;
        await mode.OpenAsync(connection);
        return connection;
    }

    private DbParameter Parameter(string name, DbType type, object value)
    {
        DbParameter parameter = factory.CreateParameter()!;
        parameter.ParameterName = name;
        parameter.DbType = type;
        parameter.Value = value;
        return parameter;
    }
}
