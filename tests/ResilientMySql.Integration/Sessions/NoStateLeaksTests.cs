using System.Data;
using MySqlConnector;
using ResilientMySql.Integration.Statements;
using ResilientMySql.Statements;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>
/// Whatever one user of a session does with it, the next one finds it as if it had just been opened, and mostly it is the same
/// session: it was reset, or needed no reset.
/// </summary>
public sealed class NoStateLeaksTests
{
    /// <summary>Settings that no command of the protocol takes back as a whole (docs/decisions/0014).</summary>
    private static readonly string[] Indelible = ["SET ROLE", "SET SESSION profiling"];

    /// <summary>Every statement by itself.</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task Corpus_LeavesNothing(ServerEngine engine)
    {
        await using OracleServer server = await OracleServer.StartAsync(engine);
        await using var check = new LeakCheck(server, CallMode.Async);
        foreach (CorpusStatement statement in Statements(engine))
            await check.RunAsync([statement.Sql], FateOf(statement));

        AssertNone(check);
    }

    /// <summary>Every statement in a transaction that nobody ends.</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task CorpusInTransactions_LeavesNothing(ServerEngine engine)
    {
        await using OracleServer server = await OracleServer.StartAsync(engine);
        await using var check = new LeakCheck(server, CallMode.Sync);
        foreach (CorpusStatement statement in Statements(engine))
            await check.RunAsync(["BEGIN", "INSERT INTO log VALUES ()", statement.Sql], FateOf(statement));

        AssertNone(check);
    }

    /// <summary>Every statement prepared, and never run.</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task PreparedCorpus_LeavesNothing(ServerEngine engine)
    {
        await using OracleServer server = await OracleServer.StartAsync(engine);
        await using var check = new LeakCheck(server, CallMode.Async);
        foreach (CorpusStatement statement in Statements(engine))
            await check.PrepareAsync(statement.Sql);

        AssertNone(check);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DirtyLease_LeavesNothing(ServerEngine engine, CallMode mode)
    {
        await using OracleServer server = await OracleServer.StartAsync(engine);
        foreach (string sql in DirtyLeases.Needs(engine))
            await OracleServer.ExecuteAsync(server.Onlooker, sql);

        await using var check = new LeakCheck(server, mode);
        foreach ((string[] statements, SessionFate fate) in DirtyLeases.For(engine))
            await check.RunAsync(statements, fate);

        AssertNone(check);
    }

    /// <summary>What no text tells, Reset=Smart cannot know, and Reset=Always need not.</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task HiddenChange_AlwaysReset_LeavesNothing(ServerEngine engine, CallMode mode)
    {
        await using OracleServer server = await OracleServer.StartAsync(engine);
        foreach (string sql in DirtyLeases.Needs(engine))
            await OracleServer.ExecuteAsync(server.Onlooker, sql);

        await using var check = new LeakCheck(server, mode, "Reset=Always");
        foreach (string sql in DirtyLeases.Hidden)
            await check.RunAsync([sql], SessionFate.Kept);

        AssertNone(check);
    }

    /// <summary>The same through the objects of ADO.NET.</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ObjectsNeverEnded_LeaveNothing(ServerEngine engine, CallMode mode)
    {
        await using OracleServer server = await OracleServer.StartAsync(engine);
        await using var check = new LeakCheck(server, mode);

        await check.RunAsync("ChangeDatabase", first => mode.ChangeDatabaseAsync(first, "mysql"), SessionFate.Kept);
        foreach (IsolationLevel level in (IsolationLevel[])[IsolationLevel.Unspecified, IsolationLevel.Serializable, IsolationLevel.ReadUncommitted])
        {
            await check.RunAsync($"BeginTransaction({level})", async first => await UpdateAsync(mode, first, await mode.BeginAsync(first, level)), SessionFate.Kept);
            await check.RunAsync($"Commit({level})", async first =>
            {
                var transaction = await mode.BeginAsync(first, level);
                await UpdateAsync(mode, first, transaction);
                await mode.CommitAsync(transaction);
            }, SessionFate.Kept);
        }

        await check.RunAsync("a reader left open", async first =>
        {
            var command = new ResilientMySqlCommand("SELECT SQL_CALC_FOUND_ROWS * FROM t", first);
            await mode.ReadAsync(await mode.ReaderAsync(command));
        }, SessionFate.Any);
        await check.RunAsync("CommandBehavior.SingleRow", async first =>
        {
            await using var command = new ResilientMySqlCommand("SELECT nothing FROM t", first);
            await Assert.ThrowsAsync<MySqlException>(() => mode.ReaderAsync(command, CommandBehavior.SingleRow));
        }, SessionFate.Any);

        AssertNone(check);
    }

    private static async Task UpdateAsync(CallMode mode, ResilientMySqlConnection connection, System.Data.Common.DbTransaction transaction) =>
        await mode.ExecuteAsync(connection, "UPDATE u SET n = n + 1", transaction);

    private static IEnumerable<CorpusStatement> Statements(ServerEngine engine) => StatementCorpus.All.Where(statement => statement.IsFor(engine));

    private static SessionFate FateOf(CorpusStatement statement)
    {
        bool isIndelible = Indelible.Any(start => statement.Sql.StartsWith(start, StringComparison.Ordinal));

        // The server's answer to a file out of bounds has the number of a server that has turned read-only.
        bool isRefusedFile = statement is { IsIdle: true, Kind: StatementKind.Write } && statement.Sql.Contains("FILE '", StringComparison.Ordinal);
        return statement.Kind is StatementKind.Opaque || isIndelible || isRefusedFile ? SessionFate.Any : SessionFate.Kept;
    }

    private static void AssertNone(LeakCheck check) => Assert.True(check.Leaks.Count == 0, string.Join('\n', check.Leaks));
}
