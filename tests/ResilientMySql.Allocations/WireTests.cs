using MySqlConnector;
using ResilientMySql.Queries;
using ResilientMySql.TestServers;
using Xunit.Abstractions;

namespace ResilientMySql.Allocations;

/// <summary>Past the driver, a generated query of value types allocates nothing where it is called synchronously.</summary>
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

    /// <summary>
    /// What is left are frames that .NET pools by thread: few where calls end on the thread that they began on, more where the machine
    /// is busy.
    /// </summary>
    [SkippableTheory]
    [MemberData(nameof(Cells))]
    public async Task Asynchronous_CostsLessThanHandWrittenCode(ServerEngine engine, QueryShape shape, bool isLeased)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var driver = new MySqlConnection(rented.Server.ConnectionString);
        await driver.OpenAsync();
        await using MySqlCommand command = HandWrittenQueries.Prepare(driver, transaction: null, shape, id: 312);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Wire=Auto");
        await using ResilientMySqlConnection? connection = isLeased ? null : await dataSource.OpenConnectionAsync();
        QueryTarget target = connection is null ? dataSource : connection;

        (double raw, double ours) = await AllocatedBytes.CompareAsync(() => shape.RunAsync(command), () => shape.RunAsync(target, IdOf(shape, 1)));

        output.WriteLine($"{engine} {shape}, async: {raw:F0} B by hand, {ours:F0} B past the driver");
        Assert.InRange(ours, 0, raw);
    }

    private static int IdOf(QueryShape shape, int round) => shape is QueryShape.Execute or QueryShape.InsertId ? 100 + (round % 2) : 312 + (round % 2);
}
