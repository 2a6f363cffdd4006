using System.Data;
using System.Data.Common;
using Dapper;
using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Ecosystem.Dapper;

/// <summary>What Dapper writes: statements, lists of them, stored procedures, transactions.</summary>
public sealed class ExecuteTests
{
    private const string Insert = "INSERT INTO city (city, country_id) VALUES (@city, @country)";
    private const string CountNew = "SELECT COUNT(*) FROM city WHERE city_id > 600";

    // SLEEP would end early, and without an error, when it is interrupted.
    private const string Endless = "SELECT COUNT(*) FROM city a JOIN city b ON a.city <> b.city JOIN city c ON b.city <> c.city JOIN city d ON c.city <> d.city";

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Execute_OnceAndForEachElementOfAList(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);

        Assert.Equal(1, await mode.RunAsync(connection, Insert, new { city = "Atlantis", country = 102 }));
        Assert.Equal(3, await mode.RunAsync(connection, Insert, new[] { "Avalon", "Ys", "Lyonesse" }.Select(static city => new { city, country = 102 })));
        Assert.Equal(0, await mode.RunAsync(connection, "UPDATE city SET country_id = 102 WHERE city = @city", new { city = "Nowhere" }));

        Assert.Equal(
            ["Atlantis", "Avalon", "Ys", "Lyonesse"],
            await mode.QueryAsync<string>(connection, "SELECT city FROM city WHERE city_id > 600 ORDER BY city_id"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Scalar_LastInsertIdOfTheSameCommand(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);

        Assert.Equal(601, await mode.ScalarAsync<long>(connection, $"{Insert}; SELECT LAST_INSERT_ID()", new { city = "Atlantis", country = 102 }));
        Assert.Null(await mode.ScalarAsync<string>(connection, "SELECT NULL"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Transaction_CommittedAndRolledBack(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);

        await using (DbTransaction transaction = await mode.BeginAsync(connection, IsolationLevel.ReadCommitted))
        {
            await mode.RunAsync(connection, Insert, new { city = "Atlantis", country = 102 }, transaction);
            await mode.CommitAsync(transaction);
        }

        await using (DbTransaction transaction = await mode.BeginAsync(connection))
        {
            await mode.RunAsync(connection, Insert, new { city = "Avalon", country = 102 }, transaction);
            Assert.Equal([2], await mode.QueryAsync<int>(connection, CountNew, transaction: transaction));
        }

        Assert.Equal(1, await mode.ScalarAsync<int>(connection, CountNew));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task StoredProcedure_GivesItsOutputParametersAndRows(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.RunAsync(
            connection,
            """
            CREATE PROCEDURE count_cities (IN of_country INT, OUT cities INT, INOUT note VARCHAR(50))
            BEGIN
                SELECT city FROM city WHERE country_id = of_country ORDER BY city_id;
                SELECT COUNT(*), CONCAT(note, '!') INTO cities, note FROM city WHERE country_id = of_country;
            END
            """);
        await mode.RunAsync(connection, "CREATE FUNCTION twice (x INT) RETURNS INT DETERMINISTIC NO SQL RETURN 2 * x");

        var parameters = new DynamicParameters(new { of_country = 102 });
        parameters.Add("cities", dbType: DbType.Int32, direction: ParameterDirection.Output);
        parameters.Add("note", "counted", DbType.String, ParameterDirection.InputOutput);
        IEnumerable<string> names = mode is CallMode.Sync
            ? connection.Query<string>("count_cities", parameters, commandType: CommandType.StoredProcedure)
            : await connection.QueryAsync<string>("count_cities", parameters, commandType: CommandType.StoredProcedure);

        Assert.Equal("Bradford", names.First());
        Assert.Equal((8, "counted!"), (parameters.Get<int>("cities"), parameters.Get<string>("note")));

        var call = new DynamicParameters(new { x = 21 });
        call.Add("result", dbType: DbType.Int32, direction: ParameterDirection.ReturnValue);
        await mode.RunAsync(connection, new CommandDefinition("twice", call, commandType: CommandType.StoredProcedure));
        Assert.Equal(42, call.Get<int>("result"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ServersError_IsTheDriversExceptionAndTheConnectionGoesOn(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        await mode.RunAsync(connection, "CREATE TABLE once (id INT PRIMARY KEY)");
        await mode.RunAsync(connection, "INSERT INTO once VALUES (@id)", new { id = 1 });

        var duplicate = await Assert.ThrowsAsync<MySqlException>(() => mode.RunAsync(connection, "INSERT INTO once VALUES (@id)", new { id = 1 }));

        Assert.Equal(MySqlErrorCode.DuplicateKeyEntry, duplicate.ErrorCode);
        Assert.Equal([1], await mode.QueryAsync<int>(connection, "SELECT id FROM once"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Timeout_EndsTheStatementInTheDriversWay(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        int session = connection.ServerThread;

        var late = await Assert.ThrowsAsync<MySqlException>(() =>
            mode.RunAsync(connection, new CommandDefinition(Endless, commandTimeout: 1)));

        Assert.Equal(MySqlErrorCode.CommandTimeoutExpired, late.ErrorCode);
        Assert.Equal(session, await mode.ScalarAsync<int>(connection, "SELECT CONNECTION_ID()"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task Cancellation_EndsTheStatement(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await connection.OpenAsync();
        using var cancellation = new CancellationTokenSource();

        Task<int> running = connection.ExecuteAsync(new CommandDefinition(Endless, cancellationToken: cancellation.Token));
        const string CountRunning = "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE 'SELECT COUNT(*) FROM city a %'";
        while (await rented.Server.QueryAsync<long>(CountRunning) == 0)
            Assert.False(running.IsCompleted);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(600, await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM city"));
    }
}
