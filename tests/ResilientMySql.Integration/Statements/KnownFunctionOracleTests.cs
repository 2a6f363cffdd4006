using MySqlConnector;
using ResilientMySql.Statements;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Statements;

/// <summary>
/// What the classifier takes for built in, is: a stored function of the same name, which could do anything, is never reached by
/// a call that looks like it.
/// </summary>
public sealed class KnownFunctionOracleTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task StoredFunctionOfTheSameName_IsOutOfReach(ServerEngine engine)
    {
        await using OracleServer server = await OracleServer.StartAsync(engine);
        await using MySqlConnection session = await server.OpenAsync();
        var reached = new List<string>();
        foreach (KnownFunction function in KnownFunctions.List().Where(function => (function.Dialects & CorpusServers.DialectOf(engine)) != ServerDialects.None))
        {
            for (int count = 0; count < 4; count++)
            {
                string parameters = string.Join(", ", Enumerable.Range(0, count).Select(static i => $"x{i} INT"));
                string arguments = string.Join(", ", Enumerable.Repeat("1", count));
                await OracleServer.ExecuteAsync(session, $"DROP FUNCTION IF EXISTS corpus.`{function.Name}`");
                await OracleServer.ExecuteAsync(session, $"CREATE FUNCTION corpus.`{function.Name}`({parameters}) RETURNS INT DETERMINISTIC BEGIN SET @stored = 1; RETURN 1; END");
                if (await ReachesAsync(session, $"SELECT {function.Name}({arguments})")
                    || (function.TakesBlank && await ReachesAsync(session, $"SELECT {function.Name} ({arguments})")))
                {
                    reached.Add(function.Name);
                }
            }
        }

        Assert.Empty(reached.Distinct());
    }

    /// <summary>A name that is not built in, and the test would say so.</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task StoredFunctionOfAnotherName_IsReached(ServerEngine engine)
    {
        await using OracleServer server = await OracleServer.StartAsync(engine);
        await using MySqlConnection session = await server.OpenAsync();

        Assert.True(await ReachesAsync(session, "SELECT g(1)"));
        Assert.True(await ReachesAsync(session, "SELECT now (1)"));
        Assert.False(await ReachesAsync(session, "SELECT now(1)"));
    }

    private static async Task<bool> ReachesAsync(MySqlConnection session, string call)
    {
        await OracleServer.ExecuteAsync(session, "SET @stored = NULL");
        try
        {
            await OracleServer.ExecuteAsync(session, call);
        }
        catch (MySqlException)
        {
            // The built-in function takes other arguments.
        }

        return await OracleServer.ScalarAsync(session, "SELECT @stored") != "";
    }
}
