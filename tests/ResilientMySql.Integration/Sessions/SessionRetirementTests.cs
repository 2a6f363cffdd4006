using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>Errors after which a session is not given to anybody else, by RetireSessionsAfter.</summary>
public sealed class SessionRetirementTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task RetireSessionsAfter_TheSessionServesItsUserAndNobodyElse(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using ResilientMySqlDataSource dataSource = new ResilientMySqlDataSourceBuilder(rented.Server.ConnectionString)
            .RetireSessionsAfter(static error => error.ErrorCode is MySqlErrorCode.NoSuchTable)
            .Build();
        await using var connection = dataSource.CreateConnection();
        foreach ((string sql, bool isRetired) in new[] { ("SELECT nope FROM city", false), ("SELECT 1 FROM nowhere", true) })
        {
            await mode.OpenAsync(connection);
            int thread = connection.ServerThread;
            await Assert.ThrowsAsync<MySqlException>(() => mode.ScalarAsync(connection, sql));
            await mode.ScalarAsync(connection, "SELECT 1");
            Assert.Equal(thread, connection.ServerThread);
            await mode.CloseAsync(connection);
            await mode.OpenAsync(connection);
            Assert.Equal(isRetired, thread != connection.ServerThread);
            await mode.CloseAsync(connection);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task RetireSessionsAfter_ErrorBehindTheFirstResultSet_Counts(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using ResilientMySqlDataSource dataSource = new ResilientMySqlDataSourceBuilder(rented.Server.ConnectionString)
            .RetireSessionsAfter(static error => error.ErrorCode is MySqlErrorCode.NoSuchTable)
            .Build();
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        int thread = connection.ServerThread;
        await using ResilientMySqlCommand command = connection.CreateCommand();
        command.CommandText = "SELECT 1; SELECT 1 FROM nowhere";
        await using (System.Data.Common.DbDataReader reader = await mode.ReaderAsync(command))
            await Assert.ThrowsAsync<MySqlException>(async () => _ = mode is CallMode.Sync ? reader.NextResult() : await reader.NextResultAsync());

        await mode.CloseAsync(connection);
        await mode.OpenAsync(connection);

        Assert.NotEqual(thread, connection.ServerThread);
    }
}
