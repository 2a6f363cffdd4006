using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>A server that turns sessions away is not asked again for every caller.</summary>
public sealed class OpenCircuitTests
{
    private const int Threshold = 5;

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task WrongPassword_IsAskedAboutAFewTimesAndThenInTheBackgroundOnly(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        string user = $"locked{mode}{Environment.ProcessId}";
        await server.ExecuteAsync($"CREATE USER '{user}'@'%' IDENTIFIED BY 'right'");
        try
        {
            await using var dataSource = new ResilientMySqlDataSource(new ResilientMySqlConnectionStringBuilder(server.ConnectionString)
            {
                UserID = user,
                Password = "wrong",
                Database = "",
                RecoveryTimeout = 60,
            }.ConnectionString);
            for (int i = 0; i < Threshold; i++)
                Assert.Equal(MySqlErrorCode.AccessDenied, (await RefusedAsync(mode, dataSource)).ErrorCode);

            long attempts = await AttemptsAsync(server);
            for (int i = 0; i < 100; i++)
            {
                MySqlException refused = await RefusedAsync(mode, dataSource);
                Assert.Equal(MySqlErrorCode.AccessDenied, refused.ErrorCode);
                Assert.Contains("background", refused.Message, StringComparison.Ordinal);
            }

            // Those in the background, and the one that asks here.
            Assert.InRange(await AttemptsAsync(server) - attempts, 0, 20);

            await server.ExecuteAsync($"ALTER USER '{user}'@'%' IDENTIFIED BY 'wrong'");
            await Eventually.HoldsAsync(async () =>
            {
                try
                {
                    await using var connection = dataSource.CreateConnection();
                    await mode.OpenAsync(connection);
                    return true;
                }
                catch (MySqlException)
                {
                    return false;
                }
            });
        }
        finally
        {
            await server.ExecuteAsync($"DROP USER '{user}'@'%'");
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task TooManyConnections_CallersAreToldAtOnceAndServedWhenOthersEnd(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        string user = $"bounded{mode}{Environment.ProcessId}";
        await server.ExecuteAsync($"CREATE USER '{user}'@'%' IDENTIFIED BY '' WITH MAX_USER_CONNECTIONS 1");
        try
        {
            string connectionString = new ResilientMySqlConnectionStringBuilder(server.ConnectionString)
            {
                UserID = user,
                Password = "",
                Database = "",
                RecoveryTimeout = 60,
                ConnectionTimeout = 60,
            }.ConnectionString;
            await using var others = new MySqlConnection(new ResilientMySqlConnectionStringBuilder(connectionString).ToDriver().ConnectionString + ";Pooling=false");
            await using var dataSource = new ResilientMySqlDataSource(connectionString);
            await using var connection = dataSource.CreateConnection();
            await mode.OpenAsync(connection);
            await mode.CloseAsync(connection);
            await dataSource.Pool.ClearAsync<Io.AsyncIo>();
            await Eventually.HoldsAsync(async () =>
            {
                try
                {
                    await others.OpenAsync();
                    return true;
                }
                catch (MySqlException)
                {
                    return false;
                }
            });

            // It waits for a while, as for a server that is away, and is told the server's own words long before its deadline.
            MySqlException refused = await RefusedAsync(mode, dataSource).WaitAsync(TimeSpan.FromSeconds(30));
            Assert.Contains(refused.ErrorCode, new[] { MySqlErrorCode.TooManyUserConnections, MySqlErrorCode.UserLimitReached });

            await others.CloseAsync();
            await Eventually.HoldsAsync(() => Task.FromResult(dataSource.Pool.Circuit.Reason is null));
            await mode.OpenAsync(connection);
        }
        finally
        {
            await server.ExecuteAsync($"DROP USER '{user}'@'%'");
        }
    }

    private static async Task<MySqlException> RefusedAsync(CallMode mode, ResilientMySqlDataSource dataSource)
    {
        await using var connection = dataSource.CreateConnection();
        return await Assert.ThrowsAsync<MySqlException>(() => mode.OpenAsync(connection));
    }

    private static async Task<long> AttemptsAsync(TestServer server)
    {
        await using var administrator = new MySqlConnection(server.ConnectionString + ";Pooling=false");
        await administrator.OpenAsync();
        await using var command = new MySqlCommand("SHOW GLOBAL STATUS LIKE 'Connections'", administrator);
        await using MySqlDataReader reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return long.Parse(reader.GetString(1), null);
    }
}
