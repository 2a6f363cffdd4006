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

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task GreetedAfterAnErrorAndACut_IsWhenItAccepts()
    {
        using var ending = new CancellationTokenSource(Patience);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task<long> watching = GreetingWatch.WaitAsync(((IPEndPoint)listener.LocalEndpoint).Port, ending.Token);

        foreach (byte[] said in (byte[][])[[5, 0, 0, 0, Error], [5, 0], []])
            await AnswerAsync(listener, said, ending.Token);

        using TcpClient last = await listener.AcceptTcpClientAsync(ending.Token);
        Assert.False(watching.IsCompleted);
        long greeted = Stopwatch.GetTimestamp();
        await last.GetStream().WriteAsync(new byte[] { 5, 0, 0, 0, Version }, ending.Token);

        Assert.True(await watching.WaitAsync(ending.Token) >= greeted);
    }

    private static async Task AnswerAsync(TcpListener listener, byte[] said, CancellationToken cancellationToken)
    {
        using TcpClient client = await listener.AcceptTcpClientAsync(cancellationToken);
        await client.GetStream().WriteAsync(said, cancellationToken);
    }
}
