using System.Data.Common;
using MySqlConnector;
using ResilientMySql.Integration.Faults;
using ResilientMySql.TestServers;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.Integration.AdoNet;

/// <summary>Several statements sent together, on sessions that live and die.</summary>
public sealed class BatchTests
{
    private const string CountSql = "SELECT COUNT(*) FROM city";
    private const string InsertSql = "INSERT INTO city (city, country_id) VALUES (@city, 102)";

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task NullAmongItsCommands_IsRefusedAsByTheDriver(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        await using var batch = new ResilientMySqlBatch(connection) { BatchCommands = { null! } };

        await Assert.ThrowsAsync<InvalidOperationException>(() => mode is CallMode.Sync ? Task.Run(batch.ExecuteNonQuery) : batch.ExecuteNonQueryAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => mode is CallMode.Sync ? Task.Run(batch.Prepare) : batch.PrepareAsync());
        Assert.Equal(600L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DiedIdle_BatchRunsOnceOnANewSession(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        await using var connection = new ResilientMySqlConnection(server.ConnectionString);
        await mode.OpenAsync(connection);
        await server.KillSessionAsync(connection.ServerThread);

        await using ResilientMySqlBatch batch = Atlantis(connection);

        Assert.Equal(1, await ExecuteAsync(mode, batch));
        Assert.Equal(1, await server.QueryAsync<long>($"SELECT COUNT(*) FROM {server.Database}.city WHERE city = 'Atlantis'"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Prepared_IsPreparedAgainOnANewSession(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        await using var connection = new ResilientMySqlConnection(server.ConnectionString);
        await mode.OpenAsync(connection);
        await using ResilientMySqlBatch batch = Atlantis(connection);
        if (mode is CallMode.Sync)
            batch.Prepare();
        else
            await batch.PrepareAsync();

        await server.KillSessionAsync(connection.ServerThread);

        Assert.Equal(1, await ExecuteAsync(mode, batch));
        Assert.Equal(1, await server.QueryAsync<long>($"SELECT COUNT(*) FROM {server.Database}.city WHERE city = 'Atlantis'"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task AnswerLost_WritesAreUnknownAndThereOnce(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using ResilientMySqlConnection connection = proxied.CreateConnection();
        await mode.OpenAsync(connection);
        await using ResilientMySqlBatch batch = Atlantis(connection);
        Injection injection = proxied.Proxy.Inject(new SwallowAnswer(), static request => request.Sql?.Contains("INSERT", StringComparison.Ordinal) ?? false);

        ResilientMySqlException lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => ExecuteAsync(mode, batch));

        await injection.Struck;
        Assert.Equal((LossCause.Link, ExecutionOutcome.Unknown), (lost.Cause, lost.Outcome));
        Assert.Equal(1, await proxied.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task OnlyReads_RunOnceMore(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using ResilientMySqlConnection connection = proxied.CreateConnection();
        await mode.OpenAsync(connection);
        await using ResilientMySqlBatch batch = connection.CreateBatch();
        batch.BatchCommands.Add(new MySqlBatchCommand(CountSql));
        batch.BatchCommands.Add(new MySqlBatchCommand("SELECT 2"));
        Injection injection = proxied.Proxy.Inject(new SwallowAnswer(), static request => request.Sql?.Contains("COUNT", StringComparison.Ordinal) ?? false);

        Assert.Equal(600L, mode is CallMode.Sync ? batch.ExecuteScalar() : await batch.ExecuteScalarAsync());
        await injection.Struck;
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task InTransaction_LostWithIt(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        await using var connection = new ResilientMySqlConnection(server.ConnectionString);
        await mode.OpenAsync(connection);
        DbTransaction transaction = await mode.BeginAsync(connection);
        await using ResilientMySqlBatch batch = Atlantis(connection);
        batch.Transaction = (ResilientMySqlTransaction)transaction;
        Assert.Equal(1, await ExecuteAsync(mode, batch));
        await server.KillSessionAsync(connection.ServerThread);

        ResilientMySqlException lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => ExecuteAsync(mode, batch));

        Assert.Equal(LossCause.Transaction, lost.Cause);
        await mode.DisposeAsync(transaction);
        Assert.Equal(0, await server.QueryAsync<long>($"SELECT COUNT(*) FROM {server.Database}.city WHERE city = 'Atlantis'"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task SessionState_SetInABatchIsNotLostSilently(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        await using var connection = new ResilientMySqlConnection(server.ConnectionString + ";Allow User Variables=true");
        await mode.OpenAsync(connection);
        await using ResilientMySqlBatch batch = connection.CreateBatch();
        batch.BatchCommands.Add(new MySqlBatchCommand("SELECT 1"));
        batch.BatchCommands.Add(new MySqlBatchCommand("SET @number = 5"));
        await ExecuteAsync(mode, batch);
        await server.KillSessionAsync(connection.ServerThread);

        ResilientMySqlException lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.ScalarAsync(connection, "SELECT @number"));

        Assert.Equal((LossCause.SessionState, ExecutionOutcome.NotExecuted), (lost.Cause, lost.Outcome));
    }

    private static ResilientMySqlBatch Atlantis(ResilientMySqlConnection connection)
    {
        ResilientMySqlBatch batch = connection.CreateBatch();
        batch.BatchCommands.Add(new MySqlBatchCommand(CountSql));
        batch.BatchCommands.Add(new MySqlBatchCommand(InsertSql) { Parameters = { new MySqlParameter("@city", "Atlantis") } });
        return batch;
    }

    private static async Task<int> ExecuteAsync(CallMode mode, ResilientMySqlBatch batch) =>
        mode is CallMode.Sync ? batch.ExecuteNonQuery() : await batch.ExecuteNonQueryAsync();
}
