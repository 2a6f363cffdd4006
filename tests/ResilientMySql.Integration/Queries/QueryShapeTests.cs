using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Queries;

/// <summary>Each shape gives what is there, and says so where there is less or more than it takes, on every host.</summary>
public sealed class QueryShapeTests
{
    // Countries with no city, one and several.
    private const int Nowhere = 0;
    private const int Afghanistan = 1;
    private const int Algeria = 2;

    [SkippableTheory]
    [MemberData(nameof(QueryHosts.AllAndWires), MemberType = typeof(QueryHosts))]
    public async Task Shapes_GiveWhatIsThere(ServerEngine engine, CallMode mode, QueryHost host, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Maximum Pool Size=1;Wire={wire}");
        await using HostedTarget hosted = await HostedTarget.OpenAsync(mode, host, dataSource);
        City[] algerian = [new(59, "Batna", 2), new(63, "Bchar", 2), new(483, "Skikda", 2)];
        var kabul = new City(251, "Kabul", 1);

        for (int round = 0; round < 2; round++)
        {
            Assert.Equal(algerian[0], await mode.FirstAsync<CitiesOf, City>(hosted.Target, new(Algeria)));
            Assert.Equal(algerian[0], await mode.FirstOrDefaultAsync<CitiesOf, City>(hosted.Target, new(Algeria)));
            Assert.Equal(kabul, await mode.SingleAsync<CitiesOf, City>(hosted.Target, new(Afghanistan)));
            Assert.Equal(kabul, await mode.SingleOrDefaultAsync<CitiesOf, City>(hosted.Target, new(Afghanistan)));
            Assert.Equal(algerian, await mode.ToListAsync<CitiesOf, City>(hosted.Target, new(Algeria)));
            Assert.Equal(algerian, await mode.ToArrayAsync<CitiesOf, City>(hosted.Target, new(Algeria)));
            Assert.True(await mode.ExistsAsync(hosted.Target, new CitiesOf(Algeria)));

            Assert.Null(await mode.FirstOrDefaultAsync<CitiesOf, City>(hosted.Target, new(Nowhere)));
            Assert.Null(await mode.SingleOrDefaultAsync<CitiesOf, City>(hosted.Target, new(Nowhere)));
            Assert.Empty(await mode.ToListAsync<CitiesOf, City>(hosted.Target, new(Nowhere)));
            Assert.Empty(await mode.ToArrayAsync<CitiesOf, City>(hosted.Target, new(Nowhere)));
            Assert.False(await mode.ExistsAsync(hosted.Target, new CitiesOf(Nowhere)));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(QueryHosts.AllAndWires), MemberType = typeof(QueryHosts))]
    public async Task TooFewOrTooManyRows_AreCounted(ServerEngine engine, CallMode mode, QueryHost host, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Maximum Pool Size=1;Wire={wire}");
        await using HostedTarget hosted = await HostedTarget.OpenAsync(mode, host, dataSource);

        var first = await Assert.ThrowsAsync<InvalidOperationException>(() => mode.FirstAsync<CitiesOf, City>(hosted.Target, new(Nowhere)));
        var none = await Assert.ThrowsAsync<InvalidOperationException>(() => mode.SingleAsync<CitiesOf, City>(hosted.Target, new(Nowhere)));
        var three = await Assert.ThrowsAsync<InvalidOperationException>(() => mode.SingleAsync<CitiesOf, City>(hosted.Target, new(Algeria)));
        var orThree = await Assert.ThrowsAsync<InvalidOperationException>(() => mode.SingleOrDefaultAsync<CitiesOf, City>(hosted.Target, new(Algeria)));

        Assert.Contains("no row", first.Message, StringComparison.Ordinal);
        Assert.Contains("no row instead of one", none.Message, StringComparison.Ordinal);
        Assert.Contains("3 rows instead of one", three.Message, StringComparison.Ordinal);
        Assert.Contains("3 rows instead of one", orThree.Message, StringComparison.Ordinal);
        Assert.Contains(CitiesOf.CommandText, three.Message, StringComparison.Ordinal);
        Assert.True(await mode.ExistsAsync(hosted.Target, new CitiesOf(Algeria)));
    }

    [SkippableTheory]
    [MemberData(nameof(QueryHosts.AllAndWires), MemberType = typeof(QueryHosts))]
    public async Task InsertId_IsThisStatementsOwn(ServerEngine engine, CallMode mode, QueryHost host, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Maximum Pool Size=1;Wire={wire}");
        await using HostedTarget hosted = await HostedTarget.OpenAsync(mode, host, dataSource);

        Assert.Equal(601, await mode.InsertIdAsync(hosted.Target, new AddCity("Atlantis", 1)));
        Assert.Equal(602, await mode.InsertIdAsync(hosted.Target, new AddCity("Utopia", 1)));
        Assert.Equal(0, await mode.InsertIdAsync(hosted.Target, new AddCounterOnce(602)));

        // The same prepared command, which has told an id before.
        Assert.Equal(ulong.MaxValue, unchecked((ulong)await mode.InsertIdAsync(hosted.Target, new RememberId(ulong.MaxValue))));
        Assert.Equal(0, await mode.InsertIdAsync(hosted.Target, new RememberId(null)));
        Assert.Equal(1, await mode.ExecuteAsync(hosted.Target, new AddCounterOnce(602)));
        Assert.Equal(0, await mode.ExecuteAsync(hosted.Target, new AddCounterOnce(0)));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task Connection_RunsInsideTheTransactionThatIsOpen(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Wire={wire}");
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        var closed = await Assert.ThrowsAsync<InvalidOperationException>(() => mode.ExistsAsync(connection, new CitiesOf(Afghanistan)));
        Assert.Contains("open", closed.Message, StringComparison.Ordinal);
        await mode.OpenAsync(connection);

        // Kept from before the transaction, used inside two of them, and after.
        Assert.Equal(1, await mode.ExecuteAsync(connection, new AddCity("Before", Afghanistan)));
        for (int round = 0; round < 2; round++)
        {
            var transaction = (ResilientMySqlTransaction)await mode.BeginAsync(connection);
            Assert.Equal(1, await mode.ExecuteAsync(connection, new AddCity("Inside", Afghanistan)));
            Assert.Equal(1, await mode.ExecuteAsync(transaction, new AddCity("Inside", Afghanistan)));
            Assert.Equal(4, (await mode.ToListAsync<CitiesOf, City>(transaction, new(Afghanistan))).Count);
            Assert.Equal(2, (await mode.ToListAsync<CitiesOf, City>(dataSource, new(Afghanistan))).Count);
            await mode.RollbackAsync(transaction);
            await Assert.ThrowsAsync<InvalidOperationException>(() => mode.ExistsAsync(transaction, new CitiesOf(Afghanistan)));
            Assert.Equal(2, (await mode.ToListAsync<CitiesOf, City>(connection, new(Afghanistan))).Count);
        }

        // One that is not the connection's any more, while another is.
        var old = (ResilientMySqlTransaction)await mode.BeginAsync(connection);
        await mode.CommitAsync(old);
        var current = (ResilientMySqlTransaction)await mode.BeginAsync(connection);
        await Assert.ThrowsAsync<InvalidOperationException>(() => mode.ExecuteAsync(old, new AddCity("Inside", Afghanistan)));
        Assert.Equal(1, await mode.ExecuteAsync(current, new AddCity("After", Afghanistan)));
        await mode.CommitAsync(current);
        Assert.Equal(3, (await mode.ToListAsync<CitiesOf, City>(dataSource, new(Afghanistan))).Count);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task ConnectionThatIsBusy_RefusesAndGoesOn(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Wire={wire}");
        await using ResilientMySqlConnection connection = dataSource.OpenConnection();
        await using ResilientMySqlCommand command = connection.CreateCommand();
        command.CommandText = "SELECT city_id FROM city";
        await using (ResilientMySqlDataReader reader = command.ExecuteReader())
            await Assert.ThrowsAsync<InvalidOperationException>(() => mode.ExistsAsync(connection, new CitiesOf(Afghanistan)));

        Assert.True(await mode.ExistsAsync(connection, new CitiesOf(Afghanistan)));
    }

    [SkippableTheory]
    [MemberData(nameof(QueryHosts.AllAndWires), MemberType = typeof(QueryHosts))]
    public async Task Timeout_IsTheCallsOwn(ServerEngine engine, CallMode mode, QueryHost host, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Default Command Timeout=100;Wire={wire}");
        await using HostedTarget hosted = await HostedTarget.OpenAsync(mode, host, dataSource);

        var late = await Assert.ThrowsAnyAsync<MySqlException>(
            () => mode.FirstAsync<SleepFor, int>(hosted.Target.WithTimeout(TimeSpan.FromSeconds(0.5)), new(60)));

        Assert.Equal(MySqlErrorCode.CommandTimeoutExpired, late.ErrorCode);
        Assert.Equal(0, await mode.FirstAsync<SleepFor, int>(hosted.Target.WithTimeout(0), new(0)));
        Assert.Equal(0, await mode.FirstAsync<SleepFor, int>(hosted.Target, new(1.2)));
    }
}
