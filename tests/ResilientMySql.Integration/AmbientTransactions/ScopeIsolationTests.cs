using System.Data.Common;
using System.Transactions;
using MySqlConnector;
using ResilientMySql.TestServers;
using static ResilientMySql.Integration.AmbientTransactions.Scoping;

namespace ResilientMySql.Integration.AmbientTransactions;

/// <summary>The isolation level of a scope, as with the driver, which runs every test here too.</summary>
public sealed class ScopeIsolationTests
{
    public static TheoryData<ServerEngine, Provider, IsolationLevel, string?> Levels
    {
        get
        {
            var cells = new TheoryData<ServerEngine, Provider, IsolationLevel, string?>();
            foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
            {
                foreach (Provider provider in Enum.GetValues<Provider>())
                {
                    cells.Add(engine, provider, IsolationLevel.Serializable, "SERIALIZABLE");
                    cells.Add(engine, provider, IsolationLevel.RepeatableRead, "REPEATABLE-READ");
                    cells.Add(engine, provider, IsolationLevel.ReadCommitted, "READ-COMMITTED");
                    cells.Add(engine, provider, IsolationLevel.ReadUncommitted, "READ-UNCOMMITTED");
                    cells.Add(engine, provider, IsolationLevel.Snapshot, "REPEATABLE-READ");
                    cells.Add(engine, provider, IsolationLevel.Unspecified, "SERIALIZABLE");
                    cells.Add(engine, provider, IsolationLevel.Chaos, null);
                }
            }

            return cells;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Levels))]
    public async Task IsolationLevel_IsThatOfTheScopeWithoutXaOnly(ServerEngine engine, Provider provider, IsolationLevel level, string? expected)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string variable = engine is ServerEngine.MySql ? "SELECT @@transaction_isolation" : "SELECT @@tx_isolation";
        using (Begin(level))
        {
            await using DbConnection xa = await provider.OpenAsync(CallMode.Async, ScopeKind.Xa.Of(rented.Server.ConnectionString));
            Assert.Equal("REPEATABLE-READ", await CallMode.Async.ScalarAsync(xa, variable));
        }

        using (Begin(level))
        {
            if (expected is null)
            {
                await Assert.ThrowsAsync<NotSupportedException>(() => provider.OpenAsync(CallMode.Async, ScopeKind.Standard.Of(rented.Server.ConnectionString)));
                return;
            }

            await using DbConnection standard = await provider.OpenAsync(CallMode.Async, ScopeKind.Standard.Of(rented.Server.ConnectionString));
            Assert.Equal(expected, await CallMode.Async.ScalarAsync(standard, variable));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Parity), MemberType = typeof(ScopeCells))]
    public async Task Snapshot_IsTakenAtTheStart(ServerEngine engine, CallMode mode, ScopeKind kind, Provider provider)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        using TransactionScope scope = Begin(IsolationLevel.Snapshot);
        await using DbConnection connection = await provider.OpenAsync(mode, kind.Of(rented.Server.ConnectionString));
        await rented.Server.InsertAsync();

        long seen = (long)(await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city WHERE city = 'Atlantis'"))!;

        Assert.Equal(kind is ScopeKind.Standard ? 0 : 1, seen);
    }
}
