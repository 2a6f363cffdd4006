using System.Data.Common;
using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Driver;

/// <summary>What cannot be reset is said to be so, whatever the reason, and is to be closed.</summary>
public sealed class RefusedResetTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DroppedSchema_IsNoReset(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await rented.Server.ExecuteAsync("CREATE DATABASE lettered");
        MySqlConnectionStringBuilder options = await ResetLinks.OptionsAsync(rented.Server, ResetLink.Tcp);
        options.Database = "lettered";
        await using MySqlConnection connection = await ResetLinks.OpenAsync(mode, options);
        await rented.Server.ExecuteAsync("DROP DATABASE lettered");

        Assert.False(await ResetLinks.ResetAsync(connection, mode));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task RefusedLogIn_IsNoReset(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await rented.Server.ExecuteAsync("CREATE USER 'changing'@'%' IDENTIFIED BY 'old'");
        try
        {
            MySqlConnectionStringBuilder options = await ResetLinks.OptionsAsync(rented.Server, ResetLink.Tcp);
            options.UserID = "changing";
            options.Password = "old";
            options.Database = "";
            await using MySqlConnection connection = await ResetLinks.OpenAsync(mode, options);
            await rented.Server.ExecuteAsync("ALTER USER 'changing'@'%' IDENTIFIED BY 'new'");

            // Where there is no schema to go back to, the driver logs in anew.
            await mode.ChangeDatabaseAsync(connection, "information_schema");
            Assert.False(await ResetLinks.ResetAsync(connection, mode));
        }
        finally
        {
            await rented.Server.ExecuteAsync("DROP USER 'changing'@'%'");
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DeadSession_IsNotReset(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using MySqlConnection connection = await ResetLinks.OpenAsync(mode, await ResetLinks.OptionsAsync(rented.Server, ResetLink.Tcp));
        await rented.Server.KillSessionAsync(connection.ServerThread);

        Assert.False(await ResetLinks.ResetAsync(connection, mode));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task SessionWithOpenReader_IsNotReset(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using MySqlConnection connection = await ResetLinks.OpenAsync(mode, await ResetLinks.OptionsAsync(rented.Server, ResetLink.Tcp));
        await using var command = new MySqlCommand("SELECT * FROM city", connection);
        await using DbDataReader reader = await mode.ReaderAsync(command);

        Assert.False(await ResetLinks.ResetAsync(connection, mode));
    }

    [Theory]
    [InlineData(CallMode.Sync)]
    [InlineData(CallMode.Async)]
    public async Task ClosedConnection_IsNotReset(CallMode mode)
    {
        await using var connection = new MySqlConnection("Server=127.0.0.1");

        Assert.False(await ResetLinks.ResetAsync(connection, mode));
    }
}
