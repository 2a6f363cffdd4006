using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.DataSources;

/// <summary>The callback for opened connections meets every physical session once, before its user does.</summary>
public sealed class OpenedCallbackTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task State_IsThereOnEverySessionAndTheUsersOwnCountsForMore(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        var conditions = new List<MySqlConnectionOpenedConditions>();
        await using ResilientMySqlDataSource dataSource = new ResilientMySqlDataSourceBuilder(rented.Server.ConnectionString + ";Allow User Variables=true")
            .UseConnectionOpenedCallback(async (context, cancellationToken) =>
            {
                conditions.Add(context.Conditions);
                await using var command = new MySqlCommand("SET @greeting = 'hello', time_zone = '+01:00'", context.Connection);
                await command.ExecuteNonQueryAsync(cancellationToken);
            })
            .Build();
        await using (ResilientMySqlConnection first = dataSource.CreateConnection())
        {
            await mode.OpenAsync(first);
            Assert.Equal("hello", await mode.ScalarAsync(first, "SELECT @greeting"));
        }

        // The same physical session: not asked again.
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await mode.ExecuteAsync(connection, "SET time_zone = '+02:00'");
        Assert.Single(conditions);

        await rented.Server.KillAllSessionsAsync();

        Assert.Equal("hello", await mode.ScalarAsync(connection, "SELECT @greeting"));
        Assert.Equal("+02:00", await mode.ScalarAsync(connection, "SELECT @@time_zone"));
        Assert.Equal([MySqlConnectionOpenedConditions.New, MySqlConnectionOpenedConditions.New], conditions);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Failure_FailsTheOpeningAndLeavesNoSession(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        bool fails = true;
        await using ResilientMySqlDataSource dataSource = new ResilientMySqlDataSourceBuilder(rented.Server.ConnectionString + ";Maximum Pool Size=1")
            .UseConnectionOpenedCallback((_, _) => fails ? throw new InvalidTimeZoneException("not here") : default)
            .Build();
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();

        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => mode.OpenAsync(connection));
        while (await rented.Server.CountSessionsAsync() > 0)
            await Task.Delay(20);

        fails = false;
        await mode.OpenAsync(connection);
        fails = true;
        await rented.Server.KillAllSessionsAsync();
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => mode.ScalarAsync(connection, "SELECT 1"));
        fails = false;
        Assert.Equal(600L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task CallbackThatHangs_IsNotWaitedForBeyondTheDeadline(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        var end = new TaskCompletionSource();
        await using ResilientMySqlDataSource dataSource = new ResilientMySqlDataSourceBuilder(rented.Server.ConnectionString + ";Connection Timeout=1")
            .UseConnectionOpenedCallback((_, _) => new(end.Task))
            .Build();
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();

        MySqlException late = await Assert.ThrowsAsync<MySqlException>(() => mode.OpenAsync(connection));
        end.SetResult();

        Assert.Equal(MySqlErrorCode.UnableToConnectToHost, late.ErrorCode);
        while (await rented.Server.CountSessionsAsync() > 0)
            await Task.Delay(20);
    }
}
