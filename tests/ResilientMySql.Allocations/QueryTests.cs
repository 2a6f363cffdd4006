using MySqlConnector;
using ResilientMySql.Queries;
using ResilientMySql.TestServers;
using Xunit.Abstractions;

namespace ResilientMySql.Allocations;

/// <summary>A generated query allocates what the best hand-written code for the driver does, in the same run on the same server.</summary>
public sealed class QueryTests(ITestOutputHelper output)
{
    // What is measured may be off: how often the driver has to wait for an answer is a matter of the moment. Less than a frame.
    private const double Noise = 64;

    // A frame that waits for an id is that much larger than one that waits for a count: eight bytes instead of four, twice.
    private const double LargerFrame = 16;

    // An asynchronous stream keeps its target twice, which a hand-written one keeps once.
    private const double TargetKeptTwice = 24;

    // What a prepared query of one row costs in the driver; in a transaction it asks for more results, which costs 80 more.
    private const double DriverFloor = 208;

    public static TheoryData<ServerEngine, QueryHost, QueryShape> Shapes
    {
        get
        {
            var cells = new TheoryData<ServerEngine, QueryHost, QueryShape>();
            foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
            {
                foreach (QueryHost host in Enum.GetValues<QueryHost>())
                {
                    foreach (QueryShape shape in Enum.GetValues<QueryShape>())
                        cells.Add(engine, host, shape);
                }
            }

            return cells;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Shapes))]
    public async Task Synchronous_CostsWhatHandWrittenCodeDoes(ServerEngine engine, QueryHost host, QueryShape shape)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        using var driver = new MySqlConnection(rented.Server.ConnectionString);
        driver.Open();
        using MySqlTransaction? driverTransaction = host is QueryHost.Transaction ? driver.BeginTransaction() : null;
        using MySqlCommand command = HandWrittenQueries.Prepare(driver, driverTransaction, shape, id: 312);
        using MySqlDataSource driverSource = HandWrittenQueries.Lease(rented.Server.ConnectionString);
        using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Wire=Off");
        using ResilientMySqlConnection? connection = host is QueryHost.DataSource ? null : dataSource.OpenConnection();
        using ResilientMySqlTransaction? transaction = host is QueryHost.Transaction ? connection!.BeginTransaction() : null;
        QueryTarget target = TargetOf(dataSource, connection, transaction);
        int round = 0;

        // Another argument each time: its box is the parameter's own.
        (double raw, double ours) = AllocatedBytes.Compare(
            () => _ = IsLeased(host, shape) ? shape.RunLeased(driverSource) : shape.Run(command),
            () => shape.Run(target, IdOf(shape, ++round)));

        output.WriteLine($"{engine} {host} {shape}, sync: {raw:F0} B by hand, {ours:F0} B generated");
        Assert.InRange(ours, 0, raw);
        if (shape is QueryShape.Scalar && host is not QueryHost.Transaction)
            Assert.Equal(DriverFloor, ours);
    }

    [SkippableTheory]
    [MemberData(nameof(Shapes))]
    public async Task Asynchronous_CostsWhatHandWrittenCodeDoes(ServerEngine engine, QueryHost host, QueryShape shape)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var driver = new MySqlConnection(rented.Server.ConnectionString);
        await driver.OpenAsync();
        await using MySqlTransaction? driverTransaction = host is QueryHost.Transaction ? await driver.BeginTransactionAsync() : null;
        await using MySqlCommand command = HandWrittenQueries.Prepare(driver, driverTransaction, shape, id: 312);
        await using MySqlDataSource driverSource = HandWrittenQueries.Lease(rented.Server.ConnectionString);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Wire=Off");
        await using ResilientMySqlConnection? connection = host is QueryHost.DataSource ? null : await dataSource.OpenConnectionAsync();
        await using ResilientMySqlTransaction? transaction = host is QueryHost.Transaction ? await connection!.BeginTransactionAsync() : null;
        QueryTarget target = TargetOf(dataSource, connection, transaction);

        (double raw, double ours) = await AllocatedBytes.CompareAsync(
            () => IsLeased(host, shape) ? shape.RunLeasedAsync(driverSource) : shape.RunAsync(command),
            () => shape.RunAsync(target, IdOf(shape, 1)));

        output.WriteLine($"{engine} {host} {shape}, async: {raw:F0} B by hand, {ours:F0} B generated");
        Assert.InRange(ours, 0, raw + Noise + KnownDifference(shape));
    }

    private static double KnownDifference(QueryShape shape) => shape switch
    {
        QueryShape.InsertId => LargerFrame,
        QueryShape.Stream => TargetKeptTwice,
        _ => 0,
    };

    /// <summary>Whoever is given a reader has a connection with it, which costs both sides what it costs.</summary>
    private static bool IsLeased(QueryHost host, QueryShape shape) => host is QueryHost.DataSource && shape is (QueryShape.Reader or QueryShape.Bytes);

    /// <summary>Rows of the same size as the driver's, and none that it has locked.</summary>
    private static int IdOf(QueryShape shape, int round) => shape switch
    {
        QueryShape.List or QueryShape.Array or QueryShape.Stream or QueryShape.Reader => 312,
        QueryShape.Execute or QueryShape.InsertId => 100 + (round % 2),
        _ => 312 + (round % 2),
    };

    private static QueryTarget TargetOf(ResilientMySqlDataSource dataSource, ResilientMySqlConnection? connection, ResilientMySqlTransaction? transaction)
    {
        if (transaction is not null)
            return transaction;

        return connection is not null ? connection : dataSource;
    }
}
