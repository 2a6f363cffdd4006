using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ResilientMySql.Benchmarks.Recovery;

namespace ResilientMySql.Benchmarks.Tests.Recovery;

/// <summary>What counts as a server that accepts.</summary>
public sealed class GreetingWatchTests
{
    private const byte Error = 255;
    private const byte Version = 10;

    [Fact]
    public async Task GreetedAfterAnErrorAndACut_IsWhenItAccepts()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task<long> watching = GreetingWatch.WaitAsync(((IPEndPoint)listener.LocalEndpoint).Port, CancellationToken.None);

        foreach (byte[] said in (byte[][])[[5, 0, 0, 0, Error], [5, 0], []])
            await AnswerAsync(listener, said);

        using TcpClient last = await listener.AcceptTcpClientAsync();
        Assert.False(watching.IsCompleted);
        long greeted = Stopwatch.GetTimestamp();
        await last.GetStream().WriteAsync(new byte[] { 5, 0, 0, 0, Version });

        Assert.True(await watching >= greeted);
    }

    private static async Task AnswerAsync(TcpListener listener, byte[] said)
    {
        using TcpClient client = await listener.AcceptTcpClientAsync();
        await client.GetStream().WriteAsync(said);
    }
}
