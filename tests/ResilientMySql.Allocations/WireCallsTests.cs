using System.Diagnostics;
using ResilientMySql.TestServers;
using Xunit.Abstractions;

namespace ResilientMySql.Allocations;

/// <summary>
/// The promise of the way past the driver, over a hundred thousand calls of one or of many callers: a call allocates less than a byte,
/// however its bytes travel, and also where it has to wait for the server. What the process allocates meanwhile while nobody calls, in
/// timers of the pool's and of the test run's, is taken off: on a slow machine it would add up to a byte a call.
/// </summary>
public sealed class WireCallsTests(ITestOutputHelper output)
{
    private const int Calls = 100_000;

    // Frames of ours, and buffers of the encryption, are made until there are as many as were ever in use at once: these calls make
    // most of them, and whoever still makes some in the first round makes fewer in the next.
    private const int FirstCalls = 10_000;
    private const int Rounds = 3;

    public static TheoryData<ServerEngine, bool, int> Cells
    {
        get
        {
            var cells = new TheoryData<ServerEngine, bool, int>();
            foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
            {
                foreach (bool isAsynchronous in (bool[])[false, true])
                {
                    cells.Add(engine, isAsynchronous, 1);
                    cells.Add(engine, isAsynchronous, 16);
                }
            }

            return cells;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells))]
    public async Task Call_AllocatesNothing(ServerEngine engine, bool isAsynchronous, int count)
    {
        await using TestServer server = await TestServer.StartAsync(engine, new TestServerOptions { HasCertificate = true });
        Skip.IfNot(server.CanControl, "Only a private server has a certificate for sure.");
        string socket = $"{server.Directory}/socket";
        foreach (string link in (string[])["SSL Mode=None", "SSL Mode=Required", $"SSL Mode=None;Protocol=Unix;Server={socket}"])
        {
            await using var dataSource = new ResilientMySqlDataSource($"{server.ConnectionString};{link};Wire=Auto;Maximum Pool Size={count}");
            await using var callers = new Callers(dataSource, isAsynchronous, count);
            await callers.CallAsync(FirstCalls);
            double atRest = await BytesPerSecondAtRestAsync();

            double bytes = double.MaxValue;
            int pending = 0;
            for (int round = 0; round < Rounds && bytes >= 1; round++)
            {
                long begin = Stopwatch.GetTimestamp();
                long before = GC.GetTotalAllocatedBytes(precise: true);
                pending = await callers.CallAsync(Calls);
                double whole = (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Calls;
                bytes = Math.Max(0, whole - (atRest * Stopwatch.GetElapsedTime(begin).TotalSeconds / Calls));
                output.WriteLine(
                    $"{engine}, {(isAsynchronous ? "async" : "sync")}, {count} callers, {link}: {bytes:F3} B a call, {whole:F3} with what is allocated at rest; {pending:N0} calls had to wait");
            }

            Assert.InRange(bytes, 0, 0.999);
            Assert.InRange(pending, isAsynchronous ? Calls / 10 : 0, isAsynchronous ? Calls : 0);
        }
    }

    private static async Task<double> BytesPerSecondAtRestAsync()
    {
        var rest = TimeSpan.FromSeconds(2);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        await Task.Delay(rest);
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / rest.TotalSeconds;
    }
}
