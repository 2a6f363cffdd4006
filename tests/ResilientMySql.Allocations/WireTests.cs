using System.Runtime.CompilerServices;
using ResilientMySql.Queries;
using ResilientMySql.TestServers;
using Xunit.Abstractions;

namespace ResilientMySql.Allocations;

/// <summary>Past the driver, a generated query of value types allocates nothing.</summary>
public sealed class WireTests(ITestOutputHelper output)
{
    // As for other queries: threads that have nothing to do with us, and frames that .NET pools by thread.
    private const double Noise = 4 + 48;

    public static TheoryData<ServerEngine, QueryShape, bool> Cells
    {
        get
        {
            var cells = new TheoryData<ServerEngine, QueryShape, bool>();
            foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
            {
                foreach (QueryShape shape in (QueryShape[])[QueryShape.Scalar, QueryShape.OptionalScalar, QueryShape.Exists, QueryShape.Execute, QueryShape.InsertId])
                {
                    cells.Add(engine, shape, false);
                    cells.Add(engine, shape, true);
                }
            }

            return cells;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells))]
    public async Task Synchronous_CostsNothing(ServerEngine engine, QueryShape shape, bool isLeased)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Wire=Auto");
        using ResilientMySqlConnection? connection = isLeased ? null : dataSource.OpenConnection();
        QueryTarget target = connection is null ? dataSource : connection;
        int round = 0;

        (double ours, _) = AllocatedBytes.Compare(() => shape.Run(target, IdOf(shape, ++round)), static () => { });

        output.WriteLine($"{engine} {shape}, sync: {ours:F2} B");
        Assert.Equal(0, ours);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells))]
    public async Task Asynchronous_CostsItsCallersFrame(ServerEngine engine, QueryShape shape, bool isLeased)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Wire=Auto");
        await using ResilientMySqlConnection? connection = isLeased ? null : await dataSource.OpenConnectionAsync();
        QueryTarget target = connection is null ? dataSource : connection;

        (double frame, double ours) = await AllocatedBytes.CompareAsync(static () => FrameAsync(), () => shape.RunAsync(target, IdOf(shape, 1)));

        output.WriteLine($"{engine} {shape}, async: {ours:F2} B, of which the caller's own frame {frame:F2} B");
        Assert.InRange(ours, 0, frame + Noise);
    }

    /// <summary>What awaiting such a call costs whoever does it, in an ordinary asynchronous method.</summary>
    private static async Task<long> FrameAsync() => await WaitAsync();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<long> WaitAsync()
    {
        await Task.Yield();
        return 1;
    }

    private static int IdOf(QueryShape shape, int round) => shape is QueryShape.Execute or QueryShape.InsertId ? 100 + (round % 2) : 312 + (round % 2);
}
