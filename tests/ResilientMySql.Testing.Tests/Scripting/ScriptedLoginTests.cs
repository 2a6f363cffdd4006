using System.Security.Cryptography.X509Certificates;
using System.Text;
using MySqlConnector;
using ResilientMySql.Testing.Faults;
using ResilientMySql.Testing.Scripting;
using static ResilientMySql.Testing.Tests.Scripting.ScriptedConnections;

namespace ResilientMySql.Testing.Tests.Scripting;

/// <summary>How the driver gets into a scripted server, and back into its pool.</summary>
public sealed class ScriptedLoginTests
{
    public static TheoryData<CallMode> Modes => Cells.CallModes;

    public static TheoryData<CallMode, AuthenticationPlugin, bool> Logins
    {
        get
        {
            var cells = new TheoryData<CallMode, AuthenticationPlugin, bool>();
            foreach (CallMode mode in Enum.GetValues<CallMode>())
            {
                foreach (AuthenticationPlugin plugin in Enum.GetValues<AuthenticationPlugin>())
                {
                    cells.Add(mode, plugin, true);
                    cells.Add(mode, plugin, false);
                }
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Logins))]
    public async Task AnyLogin_IsLetIn(CallMode mode, AuthenticationPlugin plugin, bool deprecatesEof)
    {
        await using var server = ScriptedServer.Start();
        server.Greeting = new ServerGreeting { ServerVersion = "9.1.0", Authentication = plugin, DeprecatesEof = deprecatesEof };
        server.When("SELECT names", new RowsReply(["id", "name"], [1, "Ada"], [2, null]));
        await using MySqlConnection connection = await OpenAsync(server, mode);

        Assert.Equal("9.1.0", connection.ServerVersion);
        Assert.Equal(1, connection.ServerThread);
        await using var command = new MySqlCommand("SELECT names", connection);
        Assert.Equal((2, null), await mode.ReadAsync(command));
        await mode.PrepareAsync(command);
        Assert.Equal((2, null), await mode.ReadAsync(command));
        Assert.Contains(server.Received, static request => request.Command is ServerCommand.Connect
            && Encoding.UTF8.GetString(request.Payload.Span).Contains("any", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Certificate_IsUsedForTlsAndItsLossIsSeen(CallMode mode)
    {
        using X509Certificate2 certificate = TlsServer.CreateCertificate();
        await using var server = ScriptedServer.Start();
        server.Greeting = new ServerGreeting { Certificate = certificate, Authentication = AuthenticationPlugin.CachingSha2 };
        var builder = new MySqlConnectionStringBuilder(ConnectionString(server)) { SslMode = MySqlSslMode.Required };
        await using var connection = new MySqlConnection(builder.ConnectionString);
        await mode.OpenAsync(connection);
        Assert.Equal(1L, await mode.ScalarAsync(connection, "SELECT 1"));
        await connection.CloseAsync();

        server.Greeting = server.Greeting with { Certificate = null };

        var failure = await Assert.ThrowsAsync<MySqlException>(() => mode.OpenAsync(connection));
        Assert.Contains("SSL", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Refusal_FailsTheLogin(CallMode mode)
    {
        await using var server = ScriptedServer.Start();
        server.Greeting = new ServerGreeting { Refusal = new ErrorReply(1045, "28000", "Access denied") };

        var failure = await Assert.ThrowsAsync<MySqlException>(() => OpenAsync(server, mode));

        Assert.Equal(MySqlErrorCode.AccessDenied, failure.ErrorCode);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task AnotherIdentityOnReconnect_IsSeen(CallMode mode)
    {
        await using var server = ScriptedServer.Start();
        await using MySqlConnection connection = await OpenAsync(server, mode);
        object? uuid = await mode.ScalarAsync(connection, "SELECT @@global.server_uuid");
        Assert.Equal("00000000-0000-0000-0000-000000000001", uuid);
        await connection.CloseAsync();

        server.Greeting = server.Greeting with { ServerVersion = "11.4.2-MariaDB" };
        server.Variables["server_uuid"] = "another";
        await mode.OpenAsync(connection);

        Assert.Equal("another", await mode.ScalarAsync(connection, "SELECT @@server_uuid"));
        Assert.Equal("11.4.2-MariaDB", await mode.ScalarAsync(connection, "SELECT VERSION()"));
        Assert.Equal(2L, await mode.ScalarAsync(connection, "SELECT CONNECTION_ID()"));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task PoolsReset_IsAnswered(CallMode mode)
    {
        await using var server = ScriptedServer.Start();
        await using var dataSource = new MySqlDataSource(ConnectionString(server).Replace("Pooling=False", "Pooling=True", StringComparison.Ordinal));
        for (int i = 0; i < 3; i++)
        {
            await using MySqlConnection connection = dataSource.CreateConnection();
            await mode.OpenAsync(connection);
            await using MySqlTransaction transaction = await connection.BeginTransactionAsync();
            await transaction.CommitAsync();
        }

        Assert.Equal(1, server.OpenConnections);
        Assert.Equal(2, server.Received.Count(static request => request.Command is ServerCommand.ResetConnection));
    }
}
