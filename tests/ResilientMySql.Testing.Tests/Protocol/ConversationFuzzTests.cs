using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using MySqlConnector;
using ResilientMySql.Testing.Faults;
using ResilientMySql.Testing.Protocol;

namespace ResilientMySql.Testing.Tests.Protocol;

/// <summary>Whatever is said, the listener accounts for every byte, and nothing is thrown.</summary>
public sealed class ConversationFuzzTests
{
    private static readonly TimeSpan FuzzTime = TimeSpan.FromSeconds(3);

    // A byte that is held back for ever must fail the test and not stop it.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public void RandomBytes_AreAllAccountedFor()
    {
        Fuzz(seed: 1, static random =>
        {
            var bytes = new byte[random.Next(1, 300)];
            random.NextBytes(bytes);
            return bytes;
        });
    }

    [Fact]
    public void RandomPackets_AreAllAccountedFor()
    {
        Fuzz(seed: 2, static random =>
        {
            var payload = new byte[random.Next(40)];
            random.NextBytes(payload);
            if (payload.Length > 0)
                payload[0] = random.GetItems<byte>([0x00, 0x01, 0x02, 0x03, 0x0A, 0x11, 0x16, 0x17, 0x1C, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE, 0xFF], 1)[0];
            return ServerPackets.Frame((byte)random.Next(256), payload);
        });
    }

    [Fact]
    public async Task MutatedConversation_IsAllAccountedFor()
    {
        List<(bool FromClient, byte[] Bytes)> recorded = await RecordAsync();
        Assert.True(recorded.Count > 20);
        var random = new Random(3);
        bool sawPackets = false;
        ForSomeTime(() =>
        {
            var conversation = new Conversation(1);
            foreach ((bool fromClient, byte[] bytes) in recorded)
                Conversations.Listen(conversation, fromClient, random.Next(4) == 0 ? Mutate(bytes, random) : bytes);
            sawPackets |= conversation.SeesPackets;
        });

        Assert.True(sawPackets, "No mutation was harmless: the recording is not understood at all.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GarbageThroughTheProxy_LeavesItWorking(bool fromServer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var proxy = FaultProxy.Start(((IPEndPoint)listener.LocalEndpoint).Port);
        proxy.Inject(new CutAnswerAfterRows(3), times: Injection.Always);
        proxy.Inject(new Delay(TimeSpan.Zero), times: Injection.Always);
        var random = new Random(4);
        long start = Stopwatch.GetTimestamp();
        int connections = 0;
        for (; Stopwatch.GetElapsedTime(start) < FuzzTime; connections++)
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, proxy.Port);
            using TcpClient server = await listener.AcceptTcpClientAsync();
            (TcpClient from, TcpClient to) = fromServer ? (server, client) : (client, server);
            var bytes = new byte[random.Next(1, 2000)];
            random.NextBytes(bytes);
            await from.GetStream().WriteAsync(bytes);
            from.Client.Shutdown(SocketShutdown.Send);

            var received = new MemoryStream();
            Task copying = to.GetStream().CopyToAsync(received);
            Assert.True(await Task.WhenAny(copying, Task.Delay(Limit)) == copying, $"Connection {connections}: {received.Length} of {bytes.Length} bytes came, and no end.");
            await copying;
            Assert.Equal(bytes, received.ToArray());
        }

        Assert.True(connections > 100);
        await using var scripted = ScriptedServer.Start();
        proxy.Heal();
        proxy.RedirectTo(new IPEndPoint(IPAddress.Loopback, scripted.Port));
        await using var connection = new MySqlConnection($"Server=127.0.0.1;Port={proxy.Port};User ID=x;SSL Mode=None");
        await connection.OpenAsync();
        Assert.Equal(5L, await CallMode.Async.ScalarAsync(connection, "SELECT 5"));
    }

    private static void Fuzz(int seed, Func<Random, byte[]> say)
    {
        var random = new Random(seed);
        ForSomeTime(() =>
        {
            var conversation = new Conversation(1);
            if (random.Next(2) == 0)
                Conversations.LogIn(conversation, (uint)random.NextInt64(1L << 32), (uint)random.NextInt64(1L << 32));
            for (int i = 0; i < 30; i++)
                Conversations.Listen(conversation, random.Next(2) == 0, say(random));
        });
    }

    private static void ForSomeTime(Action once)
    {
        long start = Stopwatch.GetTimestamp();
        int rounds = 0;
        for (; Stopwatch.GetElapsedTime(start) < FuzzTime; rounds++)
            once();
        Assert.True(rounds > 100, $"Only {rounds} rounds.");
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        byte[] mutated = [.. bytes];
        switch (random.Next(3))
        {
            case 0:
                mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
                return mutated;
            case 1:
                return mutated[..random.Next(mutated.Length)];
            default:
                return [.. mutated, .. mutated.AsSpan(random.Next(mutated.Length))];
        }
    }

    /// <summary>What the driver and a server say to each other in a few statements, as they say it.</summary>
    private static async Task<List<(bool FromClient, byte[] Bytes)>> RecordAsync()
    {
        await using var server = ScriptedServer.Start();
        server.When("SELECT many", new Testing.Scripting.RowsReply(["a", "b"], [.. Enumerable.Range(0, 20).Select(static i => new object?[] { i, $"text {i}" })]));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task<List<(bool, byte[])>> recording = RecordAsync(listener, server.Port);
        await using (var connection = new MySqlConnection($"Server=127.0.0.1;Port={((IPEndPoint)listener.LocalEndpoint).Port};User ID=x;SSL Mode=None;Pooling=False"))
        {
            await connection.OpenAsync();
            await connection.PingAsync();
            await using var command = new MySqlCommand("SELECT many", connection);
            await CallMode.Async.ReadAsync(command);
            await command.PrepareAsync();
            for (int i = 0; i < 5; i++)
                await CallMode.Async.ReadAsync(command);
            await connection.ResetConnectionAsync();
        }

        return await recording;
    }

    private static async Task<List<(bool FromClient, byte[] Bytes)>> RecordAsync(TcpListener listener, int serverPort)
    {
        List<(bool, byte[])> recorded = [];
        using TcpClient client = await listener.AcceptTcpClientAsync();
        using var server = new TcpClient();
        await server.ConnectAsync(IPAddress.Loopback, serverPort);
        await Task.WhenAll(CopyAsync(client.Client, server.Client, fromClient: true), CopyAsync(server.Client, client.Client, fromClient: false));
        return recorded;

        async Task CopyAsync(Socket from, Socket to, bool fromClient)
        {
            var buffer = new byte[4096];
            int count;
            while ((count = await from.ReceiveAsync(buffer)) > 0)
            {
                lock (recorded)
                    recorded.Add((fromClient, buffer[..count]));
                await to.SendAsync(buffer.AsMemory(0, count));
            }

            to.Shutdown(SocketShutdown.Send);
        }
    }
}
