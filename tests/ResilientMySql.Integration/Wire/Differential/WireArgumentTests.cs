using ResilientMySql.Integration.DataSources;
using ResilientMySql.Queries;
using ResilientMySql.TestServers;
using Xunit.Abstractions;

namespace ResilientMySql.Integration.Wire.Differential;

/// <summary>Whatever is bound, and wherever it goes: the server makes of the wire's argument what it makes of the driver's.</summary>
public sealed class WireArgumentTests(ITestOutputHelper output)
{
    // With names: without one, MySQL may name a column after the argument it was last prepared with, "NULL IS NULL".
    private static readonly string[] Texts =
    [
        "SELECT ? AS a", "SELECT HEX(?) AS a", "SELECT CAST(? AS CHAR(50)) AS a", "SELECT ? + 0 AS a", "SELECT ? IS NULL AS a, COALESCE(?, 'none') AS b",
        "SELECT CAST(? AS DATETIME(6)) AS a", "SELECT CAST(? AS DECIMAL(65,20)) AS a",
    ];

    private static readonly string[] Columns =
    [
        "BOOL", "TINYINT UNSIGNED", "SMALLINT", "INT", "BIGINT", "BIGINT UNSIGNED", "FLOAT", "DOUBLE", "DECIMAL(65,30)", "DECIMAL(10,2)", "YEAR", "BIT(64)", "DATE", "DATETIME(6)", "TIMESTAMP", "TIME(6)",
        "CHAR(36)", "VARCHAR(50) CHARACTER SET latin1", "VARCHAR(255) CHARACTER SET ucs2", "LONGTEXT", "LONGBLOB", "BINARY(16)", "ENUM('1', 'a')", "SET('1', 'a')", "JSON", "GEOMETRY", "INT NOT NULL",
    ];

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task EveryArgument_ComesBackAsTheDriversDoes(ServerEngine engine)
    {
        await using EncryptedServer encrypted = await EncryptedServer.StartAsync(engine);
        foreach (string link in await Links.ToAsync(encrypted.Server))
        {
            foreach (CallMode mode in Enum.GetValues<CallMode>())
            {
                await using WirePair pair = await WirePair.OpenAsync(mode, link);
                foreach ((string type, Action<IParameterSink>[] samples) in ArgumentSamples.ByType)
                    await EchoAsync(pair, type, samples, $"{mode}, {link}");

                Tell(pair, $"{mode}, {link[^30..]}");
            }
        }
    }

    /// <summary>Every argument into every column, which may refuse it; what went in is compared at the end.</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task EveryArgument_IsStoredAsTheDriversIs(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TwoSchemas schemas = await TwoSchemas.CreateAsync(rented.Server);
        await schemas.RunAsync(Columns.Select(static (type, i) => $"CREATE TABLE store_{i} (id INT PRIMARY KEY AUTO_INCREMENT, v {type})"));
        await using WirePair pair = await TwoSchemas.OpenAsync(mode, rented.Server.ConnectionString + ";Pooling=False");
        await pair.PrepareAsync("START TRANSACTION");
        for (int i = 0; i < Columns.Length; i++)
        {
            foreach ((string type, Action<IParameterSink>[] samples) in ArgumentSamples.ByType)
            {
                AnyText text = AnyText.Kept($"INSERT INTO store_{i} (v) VALUES (?) /* {type} */");
                for (int sample = 0; sample < samples.Length; sample++)
                    await pair.InsertIdAsync(text, $"{type} {sample} into {Columns[i]}", samples[sample]);
            }

            await pair.ListAsync(AnyText.Kept($"SELECT HEX(v), v FROM store_{i} ORDER BY id", [19, 24]), Columns[i]);
        }

        await pair.PrepareAsync("ROLLBACK");
        Tell(pair, $"{mode}");
    }

    private static async Task EchoAsync(WirePair pair, string type, Action<IParameterSink>[] samples, string about)
    {
        foreach (string sql in Texts)
        {
            // A generated statement binds a placeholder to one type for ever.
            bool isDouble = sql.Count('?') == 2;
            AnyText text = AnyText.Kept($"{sql} /* {type} */");
            for (int sample = 0; sample < samples.Length; sample++)
            {
                Action<IParameterSink> bind = samples[sample];
                Action<IParameterSink> all = isDouble ? sink => { bind(sink); bind(sink); } : bind;
                await pair.ListAsync(text, $"{type} {sample}, {about}", all);
            }
        }
    }

    private void Tell(WirePair pair, string about) => output.WriteLine(
        $"{about}: {pair.Results} results of {pair.Rows} rows and {pair.Errors} errors alike, {pair.Executions} past the driver");
}
