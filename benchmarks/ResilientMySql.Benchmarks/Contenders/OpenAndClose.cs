using System.Data.Common;

namespace ResilientMySql.Benchmarks.Contenders;

/// <summary>What most programs do, with the base classes, so that every provider runs the same lines: open, ask, close.</summary>
internal sealed class OpenAndClose(string name, DbDataSource dataSource, Preparation preparation) : Contender
{
    public override string Name => name;

    public override int Request(int caller, string city)
    {
        using DbConnection connection = dataSource.OpenConnection();
        using DbCommand command = CreateCommand(connection, city);
        if (preparation is Preparation.EveryRequest)
            command.Prepare();

        using DbDataReader reader = command.ExecuteReader();
        reader.Read();
        return reader.GetInt32(0);
    }

    public override async ValueTask<int> RequestAsync(int caller, string city)
    {
        await using DbConnection connection = await dataSource.OpenConnectionAsync();
        await using DbCommand command = CreateCommand(connection, city);
        if (preparation is Preparation.EveryRequest)
            await command.PrepareAsync();

        await using DbDataReader reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return reader.GetInt32(0);
    }

    public override ValueTask DisposeAsync() => dataSource.DisposeAsync();

    private static DbCommand CreateCommand(DbConnection connection, string city)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = CityQueries.Sql;
        DbParameter parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@city", city);
        command.Parameters.Add(parameter);
        return command;
    }
}
