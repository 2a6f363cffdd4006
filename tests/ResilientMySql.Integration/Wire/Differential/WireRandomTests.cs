using System.Diagnostics;
using MySqlConnector;
using ResilientMySql.Integration.DataSources;
using ResilientMySql.TestServers;
using Xunit.Abstractions;

namespace ResilientMySql.Integration.Wire.Differential;

/// <summary>
/// Random tables, statements and arguments, on every kind of link: past the driver is as through it, row by row. The same for the
/// same <c>RESILIENTMYSQL_DIFFERENTIAL_SEED</c>; <c>RESILIENTMYSQL_DIFFERENTIAL_SECONDS</c> asks for more, and <c>RESILIENTMYSQL_DIFFERENTIAL_CASE</c> for one
/// case again.
/// </summary>
public sealed class WireRandomTests(ITestOutputHelper output)
{
    private const int Cases = 60;
    private const int StatementsPerTable = 8;
    private const int ExecutionsPerStatement = 3;

    private int _results;
    private int _errors;
    private long _rows;
    private long _executions;

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task AnyResult_IsAsThroughTheDriver(ServerEngine engine)
    {
        await using EncryptedServer encrypted = await EncryptedServer.StartAsync(engine);
        TwoSchemas schemas = await TwoSchemas.CreateAsync(encrypted.Server);
        string[] links = await Links.ToAsync(encrypted.Server);
        if (DifferentialVariables.Case is { } only)
        {
            await TryAsync(engine, schemas, links, only);
            return;
        }

        long start = Stopwatch.GetTimestamp();
        int cases = 0;
        while (DifferentialVariables.Time is { } time ? Stopwatch.GetElapsedTime(start) < time : cases < Cases)
            await TryAsync(engine, schemas, links, cases++);

        output.WriteLine($"{engine}, seed {DifferentialVariables.Seed}: {cases} tables, {_results} results of {_rows} rows and {_errors} errors alike, {_executions} past the driver");
        Assert.True(_results > cases * 5 && _errors > cases && _rows > cases * 20, $"{cases} cases: {_results} results of {_rows} rows, {_errors} errors");
    }

    private async Task TryAsync(ServerEngine engine, TwoSchemas schemas, string[] links, int number)
    {
        try
        {
            await RunAsync(engine, schemas, links, number);
        }
        catch (Exception exception) when (exception is not SkipException)
        {
            throw new InvalidOperationException($"Case {number} of seed {DifferentialVariables.Seed} on {engine}: {exception.Message}", exception);
        }
    }

    private async Task RunAsync(ServerEngine engine, TwoSchemas schemas, string[] links, int number)
    {
        var random = new Random(unchecked((DifferentialVariables.Seed * 1_000_003) + number));
        RandomTable table = await NewTableAsync(random, engine, schemas);
        CallMode mode = (CallMode)random.Next(2);
        string link = links[random.Next(links.Length)] + (random.Next(2) == 0 ? "" : ";Session Init Sql=\"SET sql_mode = ''\"");
        await using (WirePair pair = await TwoSchemas.OpenAsync(mode, link))
        {
            await pair.PrepareAsync("START TRANSACTION");
            RandomStatement[] statements = [.. Enumerable.Range(0, StatementsPerTable).Select(_ => RandomStatement.Next(random, table))];
            for (int round = 0; round < ExecutionsPerStatement; round++)
            {
                foreach (RandomStatement statement in statements)
                    await ExecuteAsync(pair, statement, $"{mode}, {link}, round {round}");

                if (random.Next(4) == 0)
                    await pair.PrepareAsync(table.AddColumn(random, engine));
            }

            await pair.ListAsync(AnyText.Of($"SELECT * FROM {table.Name} ORDER BY id", [24]), "What is left");
            _results += pair.Results;
            _errors += pair.Errors;
            _rows += pair.Rows;
            _executions += pair.Executions;
        }

        await schemas.RunAsync($"DROP TABLE {table.Name}");
    }

    private static Task<string> ExecuteAsync(WirePair pair, RandomStatement statement, string about) => statement.Form switch
    {
        StatementForm.Query or StatementForm.AllColumns => pair.ListAsync(statement.Text, about, statement.Arguments()),
        StatementForm.Insert => pair.InsertIdAsync(statement.Text, about, statement.Arguments()),
        _ => pair.ExecuteAsync(statement.Text, about, statement.Arguments()),
    };

    /// <summary>Rows may be longer than a table allows: then another one.</summary>
    private static async Task<RandomTable> NewTableAsync(Random random, ServerEngine engine, TwoSchemas schemas)
    {
        while (true)
        {
            var table = new RandomTable(random, engine, "any_table");
            try
            {
                await schemas.RunAsync("SET sql_mode = 'NO_ENGINE_SUBSTITUTION', time_zone = '+00:00'", "DROP TABLE IF EXISTS any_table", table.Definition);
            }
            catch (MySqlException refusal) when (refusal.Number is 1118 or 1074 or 139)
            {
                continue;
            }

            await schemas.RunAsync(["SET sql_mode = 'NO_ENGINE_SUBSTITUTION', time_zone = '+00:00'", .. table.Inserts(random)]);
            return table;
        }
    }
}
