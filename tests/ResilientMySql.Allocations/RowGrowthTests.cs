using ResilientMySql.Queries;
using ResilientMySql.TestServers;
using Xunit.Abstractions;

namespace ResilientMySql.Allocations;

/// <summary>A thousand rows cost what ten do, and what the rows themselves need.</summary>
public sealed class RowGrowthTests(ITestOutputHelper output)
{
    private const int Few = 10;
    private const int Many = 1_000;

    // Where the rows come in several pieces, each of them may be waited for, and each wait has frames of the driver's.
    private const double LargestAsynchronousRow = 16;

    // Past the driver they have none: the smallest object for each row would be 24.
    private const double LargestAsynchronousRowOnWire = 1;

    // A list of numbers has been copied a few times on its way to a thousand: at most three times four bytes a row.
    private const double LargestListRow = 12.5;

    public static TheoryData<ServerEngine, QueryHost, WireMode> Cells
    {
        get
        {
            var cells = new TheoryData<ServerEngine, QueryHost, WireMode>();
            foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
            {
                foreach (QueryHost host in Enum.GetValues<QueryHost>())
                {
                    cells.Add(engine, host, WireMode.Off);
                    cells.Add(engine, host, WireMode.Auto);
                }
            }

            return cells;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells))]
    public async Task Synchronous_RowsCostNothing(ServerEngine engine, QueryHost host, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Wire={wire}");
        using ResilientMySqlConnection? connection = host is QueryHost.DataSource ? null : dataSource.OpenConnection();
        using ResilientMySqlTransaction? transaction = host is QueryHost.Transaction ? connection!.BeginTransaction() : null;
        QueryTarget target = TargetOf(dataSource, connection, transaction);

        double streamed = Growth("stream", rows => Assert.Equal(rows, Count(target, rows)));
        double onStack = Growth("rows on the stack", rows => Assert.Equal(rows, CountOnStack(target, rows)));
        double sets = Growth("result sets", rows => Assert.NotEqual(0, ResultSetsRunner.Read<TwoSetsQuery, NumberSets, long>(target, new(rows))));
        double list = Growth("list", rows => Assert.Equal(rows, QueryRunner.ToList<ManyRowsQuery, int>(target, new(rows)).Count));

        Assert.Equal((0, 0, 0), (streamed, onStack, sets));
        Assert.InRange(list, 0, LargestListRow);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells))]
    public async Task Asynchronous_RowsCostTheWaitForTheirPieces(ServerEngine engine, QueryHost host, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Wire={wire}");
        await using ResilientMySqlConnection? connection = host is QueryHost.DataSource ? null : await dataSource.OpenConnectionAsync();
        await using ResilientMySqlTransaction? transaction = host is QueryHost.Transaction ? await connection!.BeginTransactionAsync() : null;
        QueryTarget target = TargetOf(dataSource, connection, transaction);

        bool areWaitsFree = wire is WireMode.Auto;
        double streamed = await GrowthAsync("stream", areWaitsFree, async rows => Assert.Equal(rows, await CountAsync(target, rows)));
        double sets = await GrowthAsync("result sets", areWaitsFree: false, async rows =>
            Assert.NotEqual(0, await ResultSetsRunner.ReadAsync<TwoSetsQuery, NumberSets, long>(target, new(rows), default)));

        Assert.InRange(streamed, double.MinValue, areWaitsFree ? LargestAsynchronousRowOnWire : LargestAsynchronousRow);
        Assert.InRange(sets, double.MinValue, 2 * LargestAsynchronousRow);
    }

    private static QueryTarget TargetOf(ResilientMySqlDataSource dataSource, ResilientMySqlConnection? connection, ResilientMySqlTransaction? transaction)
    {
        if (transaction is not null)
            return transaction;

        return connection is not null ? connection : dataSource;
    }

    private static int Count(QueryTarget target, int rows)
    {
        int count = 0;
        foreach (int _ in StreamRunner.Enumerate<ManyRowsQuery, int>(target, new(rows)))
            count++;

        return count;
    }

    private static int CountOnStack(QueryTarget target, int rows)
    {
        int count = 0;
        foreach (int _ in StreamRunner.Open<ManyRowsQuery, int>(target, new(rows)))
            count++;

        return count;
    }

    private static async Task<int> CountAsync(QueryTarget target, int rows)
    {
        int count = 0;
        await foreach (int _ in StreamRunner.EnumerateAsync<ManyRowsQuery, int>(target, new(rows), default))
            count++;

        return count;
    }

    private double Growth(string what, Action<int> read)
    {
        (double few, double many) = AllocatedBytes.Compare(() => read(Few), () => read(Many));
        return Tell(what, few, many);
    }

    private async Task<double> GrowthAsync(string what, bool areWaitsFree, Func<int, Task> read)
    {
        (double few, double many) = areWaitsFree
            ? await AllocatedBytes.CompareLeastAsync(() => read(Few), () => read(Many))
            : await AllocatedBytes.CompareAsync(() => read(Few), () => read(Many));
        return Tell(what, few, many);
    }

    private double Tell(string what, double few, double many)
    {
        double row = (many - few) / (Many - Few);
        output.WriteLine($"{what}: {few:F0} B for {Few} rows, {many:F0} B for {Many}: {row:F2} B a row");
        return row;
    }
}
