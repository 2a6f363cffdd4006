using System.Net.Sockets;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Queries;

/// <summary>What code of the caller's throws inside a call says nothing of the session, whatever its type.</summary>
public sealed class CallersOwnExceptionTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task InATransaction_TheTransactionGoesOn(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await connection.OpenAsync();
        int thread = connection.ServerThread;
        await using ResilientMySqlTransaction transaction = await connection.BeginTransactionAsync();
        Assert.Equal(1, await CallMode.Sync.ExecuteAsync(transaction, new AddCity("Atlantis", 102)));

        foreach (Exception thrown in (Exception[])[new IOException("mine"), new SocketException((int)SocketError.ConnectionReset)])
        {
            Assert.Same(thrown, await Record.ExceptionAsync(() => CallMode.Sync.FirstAsync<ThrowingQuery, int>(transaction, new(thrown, null))));
            Assert.Same(thrown, await Record.ExceptionAsync(() => CallMode.Sync.ToListAsync<ThrowingQuery, int>(transaction, new(null, thrown))));
        }

        await transaction.CommitAsync();
        Assert.Equal(thread, connection.ServerThread);
        Assert.Equal(1L, await rented.Server.QueryAsync<long>($"SELECT COUNT(*) FROM {rented.Server.Database}.city WHERE city = 'Atlantis'"));
    }

    [SkippableTheory]
    [InlineData(ServerEngine.MariaDb, WireMode.Off)]
    [InlineData(ServerEngine.MariaDb, WireMode.Auto)]
    [InlineData(ServerEngine.MySql, WireMode.Off)]
    [InlineData(ServerEngine.MySql, WireMode.Auto)]
    public async Task OnADataSource_NothingIsRepeatedOrReplaced(ServerEngine engine, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Wire={wire}");
        var thrown = new IOException("mine");

        Assert.Same(thrown, await Record.ExceptionAsync(() => CallMode.Sync.FirstAsync<ThrowingQuery, int>(dataSource, new(null, thrown))));
        Assert.Same(thrown, await Record.ExceptionAsync(() => CallMode.Sync.FirstAsync<ThrowingQuery, int>(dataSource, new(thrown, null))));
        Assert.Equal(312, await CallMode.Sync.FirstAsync<ThrowingQuery, int>(dataSource, new(null, null)));

        Assert.Equal((1, 0), (dataSource.GetStatistics().Opened, dataSource.GetStatistics().Rehydrations));
    }
}
