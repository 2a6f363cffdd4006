using ResilientMySql.Queries;
using ResilientMySql.TestServers;
using Xunit.Abstractions;

namespace ResilientMySql.Allocations;

/// <summary>Past the driver, no shape of a result in a value type allocates; asynchronous calls are in <see cref="WireCallsTests"/>.</summary>
public sealed class WireTests(ITestOutputHelper output)
{
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

    private static int IdOf(QueryShape shape, int round) => shape is QueryShape.Execute or QueryShape.InsertId ? 100 + (round % 2) : 312 + (round % 2);
}
