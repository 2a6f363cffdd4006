using System.Data.Common;
using ResilientMySql.Gate;
using ResilientMySql.Integration.Queries;
using ResilientMySql.Integration.Queries.Streaming;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Wire;

/// <summary>What the server says behind a statement is what the session knows of its transaction.</summary>
public sealed class ServerStatusTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task TransactionThatAProcedureBegan_IsOne(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await rented.Server.ExecuteAsync("CREATE PROCEDURE sakila.begins() BEGIN START TRANSACTION; UPDATE sakila.city SET city = city; END");
        await using ResilientMySqlConnection connection = await OpenAsync(rented.Server, mode);

        await mode.ExecuteAsync(connection, new CallOfBegins());
        Assert.Equal(TransactionState.Text, StateOf(connection));

        // It went with the session: nothing runs beside it as if nothing had been there.
        await rented.Server.KillSessionAsync(connection.ServerThread);
        ResilientMySqlException lost = await Assert.ThrowsAsync<ResilientMySqlException>(
            () => mode.ToListAsync<CitiesFrom, City>(connection, new(599)));
        Assert.Equal(LossCause.Transaction, lost.Cause);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task WithoutAutocommit_ReadsOfTablesBeginATransaction_AndNoOthers(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using ResilientMySqlConnection connection = await OpenAsync(rented.Server, mode);
        await mode.ExecuteAsync(connection, "SET autocommit = 0");

        Assert.Equal(1, await mode.FirstAsync<OneWithoutTable, long>(connection, new()));
        Assert.Equal(TransactionState.Due, StateOf(connection));

        Assert.Equal(2, (await mode.ToListAsync<CitiesFrom, City>(connection, new(599))).Count);
        Assert.Equal(TransactionState.Implied, StateOf(connection));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task TransactionOfTheCallers_IsAsItWas(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using ResilientMySqlConnection connection = await OpenAsync(rented.Server, mode);
        DbTransaction transaction = await mode.BeginAsync(connection);

        Assert.Equal(1, await mode.ExecuteAsync((ResilientMySqlTransaction)transaction, new AddCounter(1)));
        Assert.Equal(2, (await mode.ToListAsync<CitiesFrom, City>((ResilientMySqlTransaction)transaction, new(599))).Count);

        Assert.Equal((TransactionState.Object, false), (StateOf(connection), connection.LiveSession!.Transaction.IsUncertain));
        await mode.CommitAsync(transaction);
        Assert.Equal(2, (await mode.ToListAsync<CitiesFrom, City>(connection, new(599))).Count);
        Assert.Equal(TransactionState.None, StateOf(connection));
        Assert.Equal(3, connection.LiveSession!.Wire.Counts.Past);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task WithoutAutocommit_StreamsOfTablesBeginATransaction_AndNoOthers(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using ResilientMySqlConnection connection = await OpenAsync(rented.Server, mode);
        await mode.ExecuteAsync(connection, "SET autocommit = 0");

        Assert.Single(await mode.Stream<OneWithoutTable, long>(connection, new()).CollectAsync());
        Assert.Equal(TransactionState.Due, StateOf(connection));

        Assert.Equal(2, (await mode.Stream<CitiesFrom, City>(connection, new(599)).CollectAsync()).Count);
        Assert.Equal(TransactionState.Implied, StateOf(connection));
    }

    private static TransactionState StateOf(ResilientMySqlConnection connection) => connection.LiveSession!.Transaction.State;

    private static async Task<ResilientMySqlConnection> OpenAsync(TestServer server, CallMode mode)
    {
        var connection = new ResilientMySqlConnection(server.ConnectionString + ";Wire=Auto");
        await mode.OpenAsync(connection);
        return connection;
    }
}
