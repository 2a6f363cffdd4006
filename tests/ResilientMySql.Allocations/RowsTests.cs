using ResilientMySql.Queries;
using ResilientMySql.TestServers;
using Xunit.Abstractions;

namespace ResilientMySql.Allocations;

/// <summary>Past the driver, rows on the stack allocate nothing, be they read to the end or given up; nor does text in them.</summary>
public sealed class RowsTests(ITestOutputHelper output)
{
    public static TheoryData<ServerEngine, QueryHost, int> Cells
    {
        get
        {
            var cells = new TheoryData<ServerEngine, QueryHost, int>();
            foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
            {
                foreach (QueryHost host in Enum.GetValues<QueryHost>())
                {
                    cells.Add(engine, host, 0);
                    cells.Add(engine, host, 1);
                    cells.Add(engine, host, 500);
                }
            }

            return cells;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells))]
    public async Task Rows_CostNothing(ServerEngine engine, QueryHost host, int rows)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Wire=Auto");
        using ResilientMySqlConnection? connection = host is QueryHost.DataSource ? null : dataSource.OpenConnection();
        using ResilientMySqlTransaction? transaction = host is QueryHost.Transaction ? connection!.BeginTransaction() : null;
        QueryTarget target = transaction is not null ? transaction : connection is not null ? connection : dataSource;
        (int expected, int characters) = Read(target, rows);

        (double read, double givenUp) = AllocatedBytes.Compare(() => Read(target, rows), () => GiveUp(target, rows));

        output.WriteLine($"{engine} {host} {rows} rows: {read:F2} B read, {givenUp:F2} B given up");
        Assert.Equal((rows, rows > 0), (expected, characters > 0));
        Assert.Equal((0, 0), (read, givenUp));
    }

    private static (int Rows, int Characters) Read(QueryTarget target, int rows)
    {
        int count = 0;
        int characters = 0;
        foreach (NameBytes name in StreamRunner.Open<NameBytesQuery, NameBytes>(target, new(rows)))
        {
            count++;
            characters += name.City.Length;
        }

        return (count, characters);
    }

    private static void GiveUp(QueryTarget target, int rows)
    {
        foreach (NameBytes _ in StreamRunner.Open<NameBytesQuery, NameBytes>(target, new(rows)))
            break;
    }
}
