using System.Data.Common;
using System.Globalization;
using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Preparation;

/// <summary>What one lease prepared gives the next one what a session just opened would.</summary>
public sealed class KeptMeaningTests
{
    private const string Sql = "SELECT * FROM kept ORDER BY 1";

    private static readonly string[] Expressions =
    [
        "@v", "@v + 1", "CONCAT(@v, 'x')", "COALESCE(@v, 1)", "IF(@v IS NULL, 'none', @v)", "CAST(@v AS CHAR)", "@v / 3", "GREATEST(@v, 2)",
        "HEX(@v)", "LENGTH(@v)", "(SELECT COUNT(*) FROM city WHERE city_id = @v)", "(SELECT MAX(city_id) FROM city WHERE city < @v)",
    ];

    private static readonly object[] Values =
    [
        5, 5L, "5.25", "text", "a longer text, and Žižkov 🌍", 5.25m, 12345.678901m, 5.25, 1.1f, DBNull.Value, new DateTime(2024, 2, 29, 12, 34, 56),
        new TimeSpan(12, 34, 56), true, ulong.MaxValue, new byte[] { 1, 2, 255 },
    ];

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task ParametersOfAnotherType_GiveWhatAFreshSessionGives(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var fresh = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Pooling=false");
        var differences = new List<string>();
        foreach (string expression in Expressions)
        {
            string sql = $"SELECT {expression}";
            object[] expected = [.. Values.Select(value => Run(fresh, sql, value))];
            foreach (object first in Values)
            {
                await using var kept = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1");
                Run(kept, sql, first);
                for (int then = 0; then < Values.Length; then++)
                {
                    object actual = Run(kept, sql, Values[then]);
                    if (!IsSame(expected[then], actual, Values[then]))
                        differences.Add($"{expression}: {first}, then {Values[then]}: {actual}, expected {expected[then]}");
                }
            }
        }

        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task TableAlteredBetweenTheLeases_IsReadAsItIs(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await CreateAsync(rented.Server, "(id INT, name VARCHAR(20))", "(1, 'one')");
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1");
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        Assert.Equal("Int32 1, String one", await RowAsync(mode, connection));

        await rented.Server.ExecuteAsync($"ALTER TABLE {rented.Server.Database}.kept ADD COLUMN extra DATE DEFAULT '2024-02-29' FIRST, MODIFY id BIGINT UNSIGNED");
        await mode.ReopenAsync(connection);
        Assert.Equal("DateTime 02/29/2024 00:00:00, UInt64 1, String one", await RowAsync(mode, connection));

        await CreateAsync(rented.Server, "(name DECIMAL(9, 3), id CHAR(36))", "(1.5, '00000000-0000-0000-0000-000000000001')");
        await mode.ReopenAsync(connection);
        Assert.Equal("Decimal 1.500, Guid 00000000-0000-0000-0000-000000000001", await RowAsync(mode, connection));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task TableOfAnotherSchema_IsReadAfterChangingToIt(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await CreateAsync(rented.Server, "(id INT)", "(1)");
        await rented.Server.ExecuteAsync("CREATE SCHEMA IF NOT EXISTS other_kept");
        try
        {
            await rented.Server.ExecuteAsync("CREATE OR REPLACE VIEW other_kept.kept AS SELECT 2 AS id");
            await rented.Server.ExecuteAsync($"GRANT SELECT ON other_kept.* TO {User(rented.Server)}");
            await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1");
            await using ResilientMySqlConnection connection = dataSource.CreateConnection();
            await mode.OpenAsync(connection);
            await using DbCommand first = connection.Command(Sql);
            await mode.PrepareAsync(first);
            Assert.Equal(1L, Convert.ToInt64(await mode.ScalarAsync(first), null));
            await mode.ReopenAsync(connection);

            await mode.ChangeDatabaseAsync(connection, "other_kept");
            Assert.Equal(2L, Convert.ToInt64(await mode.PreparedAsync(connection, Sql), null));
            Assert.Equal(2L, Convert.ToInt64(await mode.ScalarAsync(first), null));

            await mode.ReopenAsync(connection);
            Assert.Equal(1L, Convert.ToInt64(await mode.PreparedAsync(connection, Sql), null));
        }
        finally
        {
            await rented.Server.ExecuteAsync("DROP SCHEMA other_kept");
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task PreparedBeforeTheSchemaWasChanged_GoesOnWithItsOwn(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var ours = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await using var drivers = new MySqlConnection(rented.Server.ConnectionString);
        foreach (DbConnection connection in (DbConnection[])[ours, drivers])
        {
            await mode.OpenAsync(connection);
            await using DbCommand command = connection.Command("SELECT COUNT(*) FROM city");
            await mode.PrepareAsync(command);
            await mode.ChangeDatabaseAsync(connection, "information_schema");
            Assert.Equal(600L, await mode.ScalarAsync(command));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task OtherQuotesOrATemporaryTable_MeanWhatTheyDoNow(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await CreateAsync(rented.Server, "(id INT)", "(1)");
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1");
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        const string Quoted = "SELECT \"id\" FROM kept";
        await mode.OpenAsync(connection);
        Assert.Equal("id", await mode.PreparedAsync(connection, Quoted));
        Assert.Equal(1, await mode.PreparedAsync(connection, Sql));

        await mode.ReopenAsync(connection);
        await mode.ExecuteAsync(connection, "SET SESSION sql_mode = 'ANSI_QUOTES'");
        Assert.Equal(1, await mode.PreparedAsync(connection, Quoted));

        await mode.ReopenAsync(connection);
        await mode.ExecuteAsync(connection, "CREATE TEMPORARY TABLE kept SELECT 'temporary' AS id");
        Assert.Equal("temporary", await mode.PreparedAsync(connection, Sql));

        await mode.ReopenAsync(connection);
        Assert.Equal("id", await mode.PreparedAsync(connection, Quoted));
        Assert.Equal(1, await mode.PreparedAsync(connection, Sql));
    }

    private static string User(TestServer server) => $"'{new MySqlConnectionStringBuilder(server.ConnectionString).UserID}'@'%'";

    private static async Task CreateAsync(TestServer server, string columns, string row)
    {
        await server.ExecuteAsync($"DROP TABLE IF EXISTS {server.Database}.kept");
        await server.ExecuteAsync($"CREATE TABLE {server.Database}.kept {columns}");
        await server.ExecuteAsync($"INSERT INTO {server.Database}.kept VALUES {row}");
    }

    private static async Task<string> RowAsync(CallMode mode, DbConnection connection)
    {
        await using DbCommand command = connection.Command(Sql);
        await mode.PrepareAsync(command);
        await using DbDataReader reader = await mode.ReaderAsync(command);
        Assert.True(await mode.ReadAsync(reader));
        object[] values = new object[reader.FieldCount];
        reader.GetValues(values);
        return string.Join(", ", values.Select(static value => string.Create(CultureInfo.InvariantCulture, $"{value.GetType().Name} {value}")));
    }

    private static object Run(ResilientMySqlDataSource dataSource, string sql, object value)
    {
        using ResilientMySqlConnection connection = dataSource.OpenConnection();
        using DbCommand command = connection.Command(sql, value);
        command.Prepare();
        try
        {
            return command.ExecuteScalar() is byte[] bytes ? Convert.ToHexString(bytes) : command.ExecuteScalar()!;
        }
        catch (Exception exception) when (exception is FormatException or InvalidCastException or OverflowException or MySqlException)
        {
            return exception.Message;
        }
    }

    /// <summary>
    /// In the place of a number, MySQL takes a text, or a null that might be one, for an integer or a decimal as its digits say, and
    /// stays with decimals once it had one.
    /// </summary>
    private static bool IsSame(object expected, object actual, object value) => expected.Equals(actual) && expected.GetType() == actual.GetType()
        || (value is string or DBNull && expected is long or decimal && actual is long or decimal && Math.Abs(AsNumber(expected) - AsNumber(actual)) < 0.0001m);

    private static decimal AsNumber(object value) => Convert.ToDecimal(value, null);
}
