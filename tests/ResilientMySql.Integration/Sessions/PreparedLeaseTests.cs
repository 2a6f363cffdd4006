using System.Data.Common;
using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>What one lease prepared, the next lease's commands of the same text must not run as.</summary>
public sealed class PreparedLeaseTests
{
    private const string Sql = "SELECT @value";

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task PreparedByOneLease_IsNotPreparedInTheNext(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1");
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await using (DbCommand prepared = Command(connection, new DateTime(2026, 11, 23, 12, 0, 0)))
        {
            await mode.PrepareAsync(prepared);
            await mode.ScalarAsync(prepared);
        }

        await mode.CloseAsync(connection);
        await mode.OpenAsync(connection);

        var duration = new TimeSpan(0, 12, 34, 56);
        await using ResilientMySqlCommand plain = Command(connection, duration);
        Assert.False(plain.IsPrepared);
        Assert.Equal(duration, Assert.IsType<TimeSpan>(await ReadAsync(mode, plain)));
    }

    private static ResilientMySqlCommand Command(ResilientMySqlConnection connection, object value)
    {
        ResilientMySqlCommand command = connection.CreateCommand();
        command.CommandText = Sql;
        command.Parameters.Add(new MySqlParameter("@value", value));
        return command;
    }

    private static async Task<object?> ReadAsync(CallMode mode, DbCommand command) => await mode.ScalarAsync(command) switch
    {
        // In the text protocol the server answers a time literal with a text.
        string text => TimeSpan.Parse(text, null),
        var value => value,
    };
}
