using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.DataSources;

/// <summary>Passwords that change while sessions live.</summary>
public sealed class PasswordTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ConnectionsCallback_GivesTheNewPasswordToTheNewSession(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string current = await SetPasswordAsync(rented.Server, "first");
        await using var connection = new ResilientMySqlConnection(ConnectionString(rented.Server));
        var asked = new List<string>();
        connection.ProvidePasswordCallback = context =>
        {
            asked.Add($"{context.UserId}@{context.Server}:{context.Port}/{context.Database}");
            return current;
        };
        await mode.OpenAsync(connection);

        current = await SetPasswordAsync(rented.Server, "second");
        await rented.Server.KillSessionAsync(connection.ServerThread);

        Assert.Equal(600L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
        Assert.Equal(2, asked.Count);
        Assert.Equal($"rotating@127.0.0.1:{rented.Server.Port}/{rented.Server.Database}", asked[1]);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DataSourcesPassword_CountsFromNowOn(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var plain = new ResilientMySqlDataSource(ConnectionString(rented.Server));
        await using ResilientMySqlDataSource built = new ResilientMySqlDataSourceBuilder(ConnectionString(rented.Server)).Build();
        foreach (ResilientMySqlDataSource dataSource in (ResilientMySqlDataSource[])[plain, built])
        {
            dataSource.Password = await SetPasswordAsync(rented.Server, "first");
            await using ResilientMySqlConnection connection = dataSource.CreateConnection();
            await mode.OpenAsync(connection);

            string second = await SetPasswordAsync(rented.Server, "second");
            await rented.Server.KillSessionAsync(connection.ServerThread);
            MySqlException refused = await Assert.ThrowsAsync<MySqlException>(() => mode.ScalarAsync(connection, "SELECT 1"));
            Assert.Equal((MySqlErrorCode.AccessDenied, ExecutionOutcome.NotExecuted), (refused.ErrorCode, ResilientMySqlException.OutcomeOf(refused)));

            dataSource.Password = second;
            Assert.Equal(600L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
            Assert.Throws<ArgumentNullException>(() => dataSource.Password = null!);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task PeriodicProvider_GivesWhatItSaidLast(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string current = await SetPasswordAsync(rented.Server, "first");
        var renewed = new TaskCompletionSource();
        int secondsGiven = 0;
        await using ResilientMySqlDataSource dataSource = new ResilientMySqlDataSourceBuilder(ConnectionString(rented.Server))
            .UsePeriodicPasswordProvider(
                (context, _) =>
                {
                    Assert.Equal("rotating", context.UserId);

                    // Asked once more: what was given before is in force.
                    if (current == "second" && ++secondsGiven == 2)
                        renewed.TrySetResult();

                    return new(current);
                },
                TimeSpan.FromMilliseconds(100),
                TimeSpan.FromSeconds(10))
            .Build();
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        Assert.Throws<InvalidOperationException>(() => dataSource.Password = "mine");

        current = await SetPasswordAsync(rented.Server, "second");
        await renewed.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await rented.Server.KillSessionAsync(connection.ServerThread);

        Assert.Equal(600L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));

        // A container that knows it by two names does it twice.
        await dataSource.DisposeAsync();
        await dataSource.DisposeAsync();
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task FailingProvider_IsNamedAsTheReason(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await SetPasswordAsync(rented.Server, "first");
        await using ResilientMySqlDataSource dataSource = new ResilientMySqlDataSourceBuilder(ConnectionString(rented.Server))
            .UsePeriodicPasswordProvider(static (_, _) => throw new InvalidTimeZoneException("the vault is shut"), TimeSpan.FromHours(1), TimeSpan.FromHours(1))
            .Build();
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();

        // A pool of its own: a session that another connection has left there would need no password.
        await using var other = new ResilientMySqlConnection($"{ConnectionString(rented.Server)};Application Name=failing {mode}")
        {
            ProvidePasswordCallback = static _ => throw new InvalidTimeZoneException("the vault is shut"),
        };

        foreach (ResilientMySqlConnection failing in (ResilientMySqlConnection[])[connection, other])
        {
            MySqlException failed = await Assert.ThrowsAsync<MySqlException>(() => mode.OpenAsync(failing));
            Assert.Equal(MySqlErrorCode.ProvidePasswordCallbackFailed, failed.ErrorCode);
            Assert.Contains("the vault is shut", failed.ToString(), StringComparison.Ordinal);
        }
    }

    private static async Task<string> SetPasswordAsync(TestServer server, string password)
    {
        await server.ExecuteAsync($"CREATE USER IF NOT EXISTS 'rotating'@'%' IDENTIFIED BY '{password}'");
        await server.ExecuteAsync($"GRANT ALL ON {server.Database}.* TO 'rotating'@'%'");
        await server.ExecuteAsync($"ALTER USER 'rotating'@'%' IDENTIFIED BY '{password}'");
        return password;
    }

    private static string ConnectionString(TestServer server)
    {
        var builder = new MySqlConnectionStringBuilder(server.ConnectionString) { UserID = "rotating" };
        builder.Remove("Password");
        return builder.ConnectionString;
    }
}
