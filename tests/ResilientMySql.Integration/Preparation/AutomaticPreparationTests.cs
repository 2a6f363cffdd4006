using System.Data;
using System.Data.Common;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Preparation;

/// <summary>What runs often enough on a session is prepared by itself; what could mean something else then is not.</summary>
public sealed class AutomaticPreparationTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task RunOftenEnough_IsPreparedForTheNextRun(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using ResilientMySqlDataSource dataSource = Source(rented, "");
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        long executed = await rented.Server.CountExecuteAsync();
        long prepared = 0;
        for (int run = 1; run <= 6; run++)
        {
            await using DbCommand command = connection.Command("SELECT city FROM city WHERE city_id = @v", 312);
            Assert.Equal("London", await mode.ScalarAsync(command));
            Assert.Equal(run > 3 ? 1 : 0, await rented.Server.CountPreparedAsync());
            Assert.Equal(Math.Max(0, run - 3), await rented.Server.CountExecuteAsync() - executed);

            // MySQL counts twice where it has to adapt the statement to the first value's type.
            long count = await rented.Server.CountPrepareAsync();
            Assert.True(run <= 4 || count == prepared, "It was prepared once more.");
            prepared = count;
            await mode.ReopenAsync(connection);
        }

        for (int run = 1; run <= 4; run++)
        {
            await using DbCommand write = connection.Command("UPDATE city SET country_id = country_id WHERE city_id = @v", run);
            Assert.Equal(1, mode is CallMode.Sync ? write.ExecuteNonQuery() : await write.ExecuteNonQueryAsync());
        }

        Assert.Equal(2, await rented.Server.CountPreparedAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task WhatCouldMeanSomethingElse_StaysAText(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using ResilientMySqlDataSource dataSource = Source(rented, ";Allow User Variables=true");
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        long prepared = await rented.Server.CountPrepareAsync();
        string[] texts =
        [
            "SELECT 1; SELECT 2", "SELECT LAST_INSERT_ID()", "SET @mine = 5", "SELECT @mine", "DO 1", "CREATE TABLE IF NOT EXISTS city (id INT)", "SHOW WARNINGS",
            "SELECT city_id, city FROM city ORDER BY ? LIMIT 1",
        ];
        foreach (string sql in texts)
        {
            for (int run = 0; run < 6; run++)
            {
                await using DbCommand command = connection.Command(sql, sql.Contains('?', StringComparison.Ordinal) ? 2 : null);
                await mode.ScalarAsync(command);
            }
        }

        for (int run = 0; run < 6; run++)
        {
            await using DbCommand command = connection.Command("SELECT city FROM city");
            await using DbDataReader reader = await mode.ReaderAsync(command, CommandBehavior.SchemaOnly);
        }

        Assert.Equal(prepared, await rented.Server.CountPrepareAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ServerDoesNotPrepareIt_IsAskedOnceAndNeverAgain(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using ResilientMySqlDataSource dataSource = Source(rented, "");
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await mode.ExecuteAsync(connection, "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
        string sql = engine is ServerEngine.MySql ? "EXPLAIN FORMAT=TREE SELECT 1" : "SHOW EXPLAIN FOR 1";
        for (int run = 0; run < 10; run++)
            await Record.ExceptionAsync(() => mode.ScalarAsync(connection, sql));

        long asked = await rented.Server.CountPrepareAsync();
        await Record.ExceptionAsync(() => mode.ScalarAsync(connection, sql));
        Assert.Equal(asked, await rented.Server.CountPrepareAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task SchemaChangedAfterwards_TheTextMeansTheOtherSchema(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using ResilientMySqlDataSource dataSource = Source(rented, "");
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        const string Sql = "SELECT SCHEMA()";
        for (int run = 0; run < 6; run++)
            Assert.Equal(rented.Server.Database, await mode.ScalarAsync(connection, Sql));

        await mode.ChangeDatabaseAsync(connection, "information_schema");
        for (int run = 0; run < 6; run++)
            Assert.Equal("information_schema", await mode.ScalarAsync(connection, Sql));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ValuesOfEveryType_GiveWhatTheTextGives(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using ResilientMySqlDataSource dataSource = Source(rented, "");
        await using ResilientMySqlConnection automatic = dataSource.CreateConnection();
        await using var plain = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(automatic);
        await mode.OpenAsync(plain);
        const string Sql = "SELECT COUNT(*) FROM city WHERE city < CAST(@v AS CHAR) OR city_id = @v";
        object[] values =
        [
            5, 5L, "5.25", "Paris", 5.25m, 5.5, 1.5f, DBNull.Value, new DateTime(2024, 2, 29, 12, 34, 56), new DateOnly(2024, 2, 29), new TimeSpan(1, 2, 3), true, ulong.MaxValue,
            "x"u8.ToArray(), 'x', DayOfWeek.Friday, Guid.Empty,
        ];
        for (int round = 0; round < 5; round++)
        {
            foreach (object value in values)
            {
                await using DbCommand command = automatic.Command(Sql, value);
                await using DbCommand expected = plain.Command(Sql, value);
                Assert.Equal(await mode.ScalarAsync(expected), await mode.ScalarAsync(command));
            }
        }
    }

    private static ResilientMySqlDataSource Source(RentedServer rented, string more) =>
        new($"{rented.Server.ConnectionString};Maximum Pool Size=1;Auto Prepare Min Usages=3{more}");
}
