using ResilientMySql.Integration.Faults;
using ResilientMySql.TestServers;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.Integration.Queries;

/// <summary>A write that may run twice does, once more and no oftener, where its answer was lost; and never in a transaction.</summary>
public sealed class IdempotentStatementTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task AnswerIsLost_RunsOnceMore(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{proxied.ConnectionString};Wire={wire}");
        await SetAsync(proxied);
        Injection lost = LoseAnswers(proxied, times: 1);

        Assert.Equal(1, await mode.ExecuteAsync(dataSource, new AddCounter(1)));

        Assert.Equal((1, 12), (lost.StrikeCount, await CountAsync(proxied)));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task SecondAnswerIsLostToo_OutcomeIsUnknown(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{proxied.ConnectionString};Wire={wire}");
        await SetAsync(proxied);
        Injection lost = LoseAnswers(proxied, times: 3);

        var unknown = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.ExecuteAsync(dataSource, new AddCounter(1)));

        Assert.Equal((ExecutionOutcome.Unknown, LossCause.Link), (unknown.Outcome, unknown.Cause));
        Assert.Equal((2, 12), (lost.StrikeCount, await CountAsync(proxied)));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task Undeclared_RunsOnce(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{proxied.ConnectionString};Wire={wire}");
        await SetAsync(proxied);
        LoseAnswers(proxied, times: 1);

        var unknown = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.ExecuteAsync(dataSource, new AddCounterOnce(1)));

        Assert.Equal((ExecutionOutcome.Unknown, LossCause.Link), (unknown.Outcome, unknown.Cause));
        Assert.Equal(11, await CountAsync(proxied));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task InATransaction_IsNotRepeated(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using var connection = new ResilientMySqlConnection($"{proxied.ConnectionString};Wire={wire}");
        await mode.OpenAsync(connection);
        await SetAsync(proxied);
        var transaction = (ResilientMySqlTransaction)await mode.BeginAsync(connection);
        Injection lost = LoseAnswers(proxied, times: 1);

        var gone = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.ExecuteAsync(transaction, new AddCounter(1)));
        var again = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.ExecuteAsync(connection, new AddCounter(1)));

        Assert.Equal((LossCause.Transaction, LossCause.Transaction), (gone.Cause, again.Cause));
        await mode.RollbackAsync(transaction);
        Assert.Equal((1, 10), (lost.StrikeCount, await CountAsync(proxied)));
    }

    private static Injection LoseAnswers(Proxied proxied, int times) => proxied.Proxy.Inject(
        new SwallowAnswer(), static request => request.Command is ServerCommand.Execute && request.Sql?.EndsWith(AddCounter.CommandText, StringComparison.Ordinal) is true, times);

    private static async Task SetAsync(Proxied proxied)
    {
        await proxied.Server.ExecuteAsync($"UPDATE {proxied.Server.Database}.city SET country_id = 10 WHERE city_id = 1");
        await Uptime.SettleAsync(proxied.Server);
    }

    private static Task<int> CountAsync(Proxied proxied) =>
        proxied.Server.QueryAsync<int>($"SELECT CAST(country_id AS SIGNED) FROM {proxied.Server.Database}.city WHERE city_id = 1");
}
