using System.Data;
using System.Text;
using MySqlConnector;
using ResilientMySql.Driver;
using ResilientMySql.Io;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Driver;

/// <summary>Pins the way past the driver to the referenced version: fails loudly when an upgrade moves something.</summary>
public sealed class SessionStreamTests
{
    private const byte Query = 3;
    private const byte Ping = 14;

    public static TheoryData<ServerEngine, CallMode, string> Links
    {
        get
        {
            var cells = new TheoryData<ServerEngine, CallMode, string>();
            foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
            {
                foreach (CallMode mode in Enum.GetValues<CallMode>())
                {
                    cells.Add(engine, mode, "SSL Mode=None");
                    cells.Add(engine, mode, "Protocol=Unix;SSL Mode=None");

                    // The other server has no certificate.
                    if (engine is ServerEngine.MySql)
                        cells.Add(engine, mode, "SSL Mode=Required");
                }
            }

            return cells;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Links))]
    public async Task PingPastTheDriver_IsAnsweredAndTheDriverGoesOn(ServerEngine engine, CallMode mode, string options)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using MySqlConnection connection = await OpenAsync(rented.Server, mode, options);
        SessionStream stream = Assert.IsType<SessionStream>(SessionStream.TryGet(connection, out string obstacle));
        Assert.Equal(("", options.Contains("Required", StringComparison.Ordinal)), (obstacle, stream.Encrypted is not null));
        using var marker = new MySqlCommand("", connection);

        for (int round = 0; round < 3; round++)
        {
            stream.Claim(marker);
            byte[] answer = await AskAsync(mode, stream, [Ping]);
            stream.Release();

            Assert.Equal(0, answer[0]);
            Assert.Equal(round, await ScalarAsync(mode, connection, $"SELECT {round}"));
        }
    }

    /// <summary>What was negotiated decides how packets are read: it is what each of the servers offers.</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task Negotiated_IsWhatTheServerOffers(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using MySqlConnection connection = await OpenAsync(rented.Server, CallMode.Async, "SSL Mode=None");
        SessionStream stream = SessionStream.TryGet(connection, out _)!;

        bool isMySql = engine is ServerEngine.MySql;
        Assert.Equal((true, isMySql, !isMySql, true), (stream.DeprecatesEof, stream.HasQueryAttributes, stream.CachesMetadata, stream.TracksSession));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Claimed_TheDriverRefusesAndCanStopIt(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using MySqlConnection connection = await OpenAsync(rented.Server, mode, "SSL Mode=None");
        SessionStream stream = SessionStream.TryGet(connection, out _)!;
        using var marker = new MySqlCommand("", connection);
        await using MySqlConnection holder = await OpenAsync(rented.Server, mode, "SSL Mode=None");
        await ScalarAsync(mode, holder, "START TRANSACTION; SELECT city_id FROM city WHERE city_id = 1 FOR UPDATE");
        stream.Claim(marker);

        await Assert.ThrowsAsync<InvalidOperationException>(() => ScalarAsync(mode, connection, "SELECT 1"));
        byte[] attributes = stream.HasQueryAttributes ? [0, 1] : [];
        Task<byte[]> asking = Task.Run(() => AskAsync(mode, stream, [Query, .. attributes, .. "UPDATE city SET city = city WHERE city_id = 1"u8]));
        await Eventually.HoldsAsync(async () => await rented.Server.QueryAsync<int>(
            $"SELECT CAST(COUNT(*) AS SIGNED) FROM information_schema.processlist WHERE id = {connection.ServerThread} AND info LIKE 'UPDATE %'") == 1);
        await Task.Run(marker.Cancel);
        byte[] answer = await asking.WaitAsync(TimeSpan.FromSeconds(30));
        stream.Release();

        Assert.Equal((0xFF, 1317), (answer[0], answer[1] | (answer[2] << 8)));
        Assert.Equal(7, await ScalarAsync(mode, connection, "SELECT 7"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task GivenUp_TheDriverIsDoneWithIt(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using MySqlConnection connection = await OpenAsync(rented.Server, mode, "SSL Mode=None");
        SessionStream stream = SessionStream.TryGet(connection, out _)!;
        using var marker = new MySqlCommand("", connection);
        stream.Claim(marker);

        stream.GiveUp(new IOException("Nobody can read this."));

        Assert.Equal(ConnectionState.Broken, connection.State);
        await Assert.ThrowsAsync<InvalidOperationException>(() => ScalarAsync(mode, connection, "SELECT 1"));
    }

    [Fact]
    public void ClosedConnection_HasNone()
    {
        using var connection = new MySqlConnection("Server=127.0.0.1");

        Assert.Null(SessionStream.TryGet(connection, out string obstacle));
        Assert.NotEmpty(obstacle);
    }

    private static async Task<MySqlConnection> OpenAsync(TestServer server, CallMode mode, string options)
    {
        string address = options.StartsWith("Protocol=Unix", StringComparison.Ordinal)
            ? $"Server={await server.QueryAsync<string>("SELECT @@socket")};{options}"
            : options;
        var connection = new MySqlConnection($"{server.ConnectionString};{address};Pooling=False");
        if (mode is CallMode.Sync)
            connection.Open();
        else
            await connection.OpenAsync();

        return connection;
    }

    /// <summary>The first payload of the answer to a command of one packet.</summary>
    private static async Task<byte[]> AskAsync(CallMode mode, SessionStream stream, byte[] command)
    {
        byte[] packet = [(byte)command.Length, (byte)(command.Length >> 8), 0, 0, .. command];
        byte[] answer = new byte[1024];
        if (mode is CallMode.Sync)
            SyncIo.SendAsync(stream, packet).Unwrap();
        else
            await AsyncIo.SendAsync(stream, packet);

        int received = 0;
        while (received < 4 || received < 4 + answer[0])
        {
            int count = mode is CallMode.Sync ? SyncIo.ReceiveAsync(stream, answer.AsMemory(received)).Unwrap() : await AsyncIo.ReceiveAsync(stream, answer.AsMemory(received));
            Assert.True(count > 0, Encoding.Latin1.GetString(answer, 0, received));
            received += count;
        }

        return answer[4..received];
    }

    private static async Task<int> ScalarAsync(CallMode mode, MySqlConnection connection, string sql)
    {
        await using var command = new MySqlCommand(sql, connection);
        object? value = mode is CallMode.Sync ? command.ExecuteScalar() : await command.ExecuteScalarAsync();
        return Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture);
    }
}
