using ResilientMySql.Integration.Statements;
using ResilientMySql.Statements;
using ResilientMySql.TestServers;
using Xunit.Abstractions;

namespace ResilientMySql.Integration.Wire.Differential;

/// <summary>
/// The statements that the classifier is held to, as generated ones, on two servers that are alike: one is spoken to past the driver.
/// </summary>
public sealed class WireCorpusTests(ITestOutputHelper output)
{
    // What no two servers tell alike.
    private static readonly string[] Volatile =
        ["SHOW", "NOW", "CURRENT_", "CURDATE", "CURTIME", "UTC_", "SYSDATE", "UNIX_TIMESTAMP", "UUID", "RAND", "CONNECTION_ID", "information_schema", "performance_schema", "@@", "mysql.", "sys.", "BENCHMARK", "LOCALTIME", "EXPLAIN", "ANALYZE", "DESC", "VERSION", "USER", "PROCESSLIST"];

    /// <summary>Prepared, it returns rows as text on MariaDB: the driver reads past them, and the wire ends the session.</summary>
    private static bool HasRowsOfNoProtocol(CorpusStatement statement) => statement.Sql.StartsWith("HELP ", StringComparison.OrdinalIgnoreCase);

    /// <summary>The server ends the session after its answer: whether the next statement finds it dead or is on its way is a matter of the moment.</summary>
    private static bool EndsTheSession(CorpusStatement statement) => statement.Sql is "COMMIT RELEASE" or "ROLLBACK RELEASE";

    [SkippableTheory]
    [InlineData(ServerEngine.MariaDb, CallMode.Sync)]
    [InlineData(ServerEngine.MySql, CallMode.Async)]
    public async Task Corpus_HasTheOutcomeThatTheDriverHas(ServerEngine engine, CallMode mode)
    {
        await using OracleServer wire = await OracleServer.StartAsync(engine);
        await using OracleServer driver = await OracleServer.StartAsync(engine);
        int past = 0;
        int same = 0;
        int failed = 0;
        var different = new List<string>();
        foreach (CorpusStatement statement in StatementCorpus.All.Where(statement => statement.IsFor(engine) && !StatementList.MayBeSeveral(statement.Sql) && !HasRowsOfNoProtocol(statement)))
        {
            await using WirePair pair = await WirePair.OpenAsync(mode, wire.ConnectionString, driver.ConnectionString);
            AnyText text = AnyText.Of(statement.Sql);
            try
            {
                await pair.ExecuteAsync(text, "Affected", isForWire: false);
                if (!EndsTheSession(statement) && !Volatile.Any(word => statement.Sql.Contains(word, StringComparison.OrdinalIgnoreCase)))
                    await pair.ListInAnyOrderAsync(AnyText.Of(statement.Sql), "Rows");
            }
            catch (Xunit.Sdk.XunitException difference)
            {
                different.Add(difference.Message);
            }

            past += pair.Executions > 0 ? 1 : 0;
            same += pair.Results;
            failed += pair.Errors;
        }

        output.WriteLine($"{engine}, {mode}: {past} statements past the driver, {same} results and {failed} errors alike");
        Assert.True(different.Count == 0, $"{different.Count}\n{string.Join("\n\n", different)}");
        Assert.True(past > 100, $"{past} statements past the driver");
    }
}
