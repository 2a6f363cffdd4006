using MySqlConnector;
using ResilientMySql.Statements;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Statements;

/// <summary>The classifier against the servers: they must not do more with a statement than it promises.</summary>
public sealed class StatementOracleTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const int GeneratedCount = 400;
    private const int SoupCount = 10_000;

    /// <summary>Every statement of the corpus, on both servers, and none that neither understands.</summary>
    [SkippableFact]
    public async Task Corpus_DoesWhatItsKindsPromise()
    {
        IReadOnlySet<string>[][] told = await Task.WhenAll(Enum.GetValues<ServerEngine>().Select(AskCorpusAsync));

        HashSet<string> accepted = [.. told.SelectMany(static told => told[0])];
        HashSet<string> understood = [.. told.SelectMany(static told => told[1])];
        string[] refused = [.. StatementCorpus.All.Where(statement => !(statement.IsIdle ? understood : accepted).Contains(statement.Sql)).Select(static statement => statement.Sql)];
        Assert.True(refused.Length == 0, string.Join('\n', refused));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task GeneratedStatements_DoWhatTheirKindsPromise(ServerEngine engine)
    {
        await using OracleServer server = await OracleServer.StartAsync(engine);
        await using var oracle = new StatementOracle(server);
        var statements = new GeneratedStatements(seed: 20261);
        for (int i = 0; i < GeneratedCount; i++)
            await oracle.AskAsync(statements.Next());

        output.WriteLine($"{engine}: {GeneratedCount} statements, {oracle.Accepted.Count} accepted");
        Assert.True(oracle.Violations.Count == 0, string.Join('\n', oracle.Violations));
        Assert.True(oracle.Accepted.Count > GeneratedCount / 10, "The server refuses nearly everything.");
    }

    /// <summary>In whatever sql_mode the server is, no text that sets a user variable is taken for one that does not.</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task QuoteSoup_HidesNoAssignment(ServerEngine engine)
    {
        await using OracleServer server = await OracleServer.StartAsync(engine);
        await using MySqlConnection session = await server.OpenAsync();
        var hidden = new List<string>();
        int accepted = 0;
        foreach (string mode in (string[])["", "NO_BACKSLASH_ESCAPES", "ANSI_QUOTES", "NO_BACKSLASH_ESCAPES,ANSI_QUOTES"])
        {
            await OracleServer.ExecuteAsync(session, $"SET sql_mode = '{mode}'");
            var soup = new QuoteSoup(seed: 4711);
            for (int i = 0; i < SoupCount; i++)
            {
                string sql = soup.Next();
                if (string.IsNullOrWhiteSpace(sql) || StatementClassifier.Classify(sql, CorpusServers.DialectOf(engine)).Pins)
                    continue;

                accepted += await IsAcceptedAsync(session, sql) ? 1 : 0;
                if (await OracleServer.ScalarAsync(session, "SELECT @v IS NULL AND @stored IS NULL") == "1")
                    continue;

                hidden.Add($"{mode}: {sql}");
                await OracleServer.ExecuteAsync(session, "SET @v = NULL, @stored = NULL");
            }
        }

        output.WriteLine($"{engine}: {accepted} accepted");
        Assert.Empty(hidden);
        Assert.True(accepted > 20, "The server refuses nearly everything.");
    }

    private static async Task<bool> IsAcceptedAsync(MySqlConnection session, string sql)
    {
        try
        {
            await OracleServer.ExecuteAsync(session, sql);
            return true;
        }
        catch (MySqlException)
        {
            return false;
        }
    }

    private async Task<IReadOnlySet<string>[]> AskCorpusAsync(ServerEngine engine)
    {
        await using OracleServer server = await OracleServer.StartAsync(engine);
        await using var oracle = new StatementOracle(server);
        string[] statements = [.. StatementCorpus.All.Where(statement => statement.IsFor(engine)).Select(static statement => statement.Sql)];
        foreach (string sql in statements)
            await oracle.AskAsync(sql);

        output.WriteLine($"{engine}: {statements.Length} statements, {oracle.Accepted.Count} accepted");
        Assert.True(oracle.Violations.Count == 0, string.Join('\n', oracle.Violations));
        return [oracle.Accepted, oracle.Understood];
    }
}
