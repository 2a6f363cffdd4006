using System.Globalization;
using MySqlConnector;
using ResilientMySql.Integration.DataSources;
using ResilientMySql.TestServers;
using Xunit.Abstractions;

namespace ResilientMySql.Integration.Wire.Differential;

/// <summary>Whatever a server has in a column, and whichever getter reads it: the wire gives what the driver gives, value or error.</summary>
public sealed class WireColumnTests(ITestOutputHelper output)
{
    private static readonly string[] Charsets =
        ["SET NAMES latin1", "SET NAMES utf8mb4 COLLATE utf8mb4_bin", "SET character_set_results = NULL", "SET NAMES binary"];

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task EveryTypeAndGetter_IsReadAsTheDriverReadsIt(ServerEngine engine)
    {
        await using EncryptedServer encrypted = await EncryptedServer.StartAsync(engine);
        List<(string Table, ColumnSample Column)> tables = await SampleTables.CreateAsync(encrypted.Server);
        foreach (string link in await Links.ToAsync(encrypted.Server))
        {
            foreach (CallMode mode in Enum.GetValues<CallMode>())
            {
                await using WirePair pair = await WirePair.OpenAsync(mode, link);
                foreach ((string table, ColumnSample column) in tables)
                    await CompareAsync(pair, table, column, $"{mode}, {link}");

                Tell(pair, $"{mode}, {link[^30..]}");
                await CompareExpressionsAsync(mode, link);
            }
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task EveryGuidFormat_IsReadAsTheDriverReadsIt(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        List<(string Table, ColumnSample Column)> tables = await SampleTables.CreateAsync(rented.Server);
        foreach (MySqlGuidFormat format in Enum.GetValues<MySqlGuidFormat>())
        {
            await using WirePair pair = await WirePair.OpenAsync(CallMode.Async, $"{rented.Server.ConnectionString};Pooling=False;Guid Format={format}");
            foreach ((string table, ColumnSample column) in tables.Where(static table => table.Column.Type.Contains("CHAR", StringComparison.Ordinal) || table.Column.Type.Contains("BINARY", StringComparison.Ordinal) || table.Column.Type.Contains("BLOB", StringComparison.Ordinal) || table.Column.Type is "UUID"))
                await CompareAsync(pair, table, column, $"{format}");

            Tell(pair, $"{format}");
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task EveryCharsetOfResults_IsReadAsTheDriverReadsIt(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        List<(string Table, ColumnSample Column)> tables = await SampleTables.CreateAsync(rented.Server);
        foreach (string charset in Charsets)
        {
            await using WirePair pair = await WirePair.OpenAsync(CallMode.Sync, $"{rented.Server.ConnectionString};Pooling=False;Session Init Sql={charset}");
            foreach ((string table, ColumnSample column) in tables.Where(static table => table.Column.Getter is 17 or 19))
                await CompareAsync(pair, table, column, charset);

            Tell(pair, charset);
        }
    }

    /// <summary>Character sets differ in how many bytes a character has, and from that the length of a key is told.</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task EveryCollation_IsReadAsTheDriverReadsIt(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using WirePair pair = await WirePair.OpenAsync(CallMode.Sync, rented.Server.ConnectionString + ";Pooling=False;Session Init Sql=SET character_set_results = NULL");
        string isComplete = engine is ServerEngine.MariaDb ? " AND collation_name IS NOT NULL AND id IS NOT NULL" : "";
        string collations = (await rented.Server.QueryAsync<string>($"SET SESSION group_concat_max_len = 100000; SELECT GROUP_CONCAT(CONCAT(character_set_name, ' COLLATE ', collation_name)) FROM information_schema.collations WHERE character_set_name IS NOT NULL{isComplete}"))!;
        foreach (string collation in collations.Split(','))
        {
            int space = collation.IndexOf(' ', StringComparison.Ordinal);
            string sql = $"SELECT CAST('a' AS CHAR(36) CHARACTER SET {collation[..space]}){collation[space..]} AS k, CAST('b' AS CHAR(3) CHARACTER SET {collation[..space]}){collation[space..]} AS w";
            await pair.ListAsync(AnyText.Kept(sql), collation, isForWire: false);
        }

        Tell(pair, string.Create(CultureInfo.InvariantCulture, $"{collations.Split(',').Length} collations"));
    }

    private static async Task CompareExpressionsAsync(CallMode mode, string link)
    {
        WirePair pair = await WirePair.OpenAsync(mode, link);
        foreach (string expression in ColumnSamples.Expressions)
        {
            // A function that may do anything leaves the session to the driver from then on.
            if (!pair.Wire.LiveSession!.Ledger.KeepsMeanings)
            {
                await pair.DisposeAsync();
                pair = await WirePair.OpenAsync(mode, link);
            }

            await pair.ListAsync(AnyText.Kept($"SELECT {expression}"), $"{mode}, {link}", isForWire: expression is not "@none");
        }

        await pair.DisposeAsync();
    }

    private static async Task CompareAsync(WirePair pair, string table, ColumnSample column, string about)
    {
        string sql = $"SELECT v FROM {table} ORDER BY id";
        await pair.ListAsync(AnyText.Kept(sql), $"{column.Type}, {about}");

        // As a query reads it, whose exception is the caller's.
        await pair.ListAsync(AnyText.Kept(sql, [column.Getter]), $"{column.Type}, {about}");
        await pair.ListAsync(AnyText.Kept(sql, [(column.Getter + 5) % 24]), $"{column.Type}, {about}");
    }

    private void Tell(WirePair pair, string about) => output.WriteLine(
        $"{about}: {pair.Results} results of {pair.Rows} rows and {pair.Errors} errors alike, {pair.Executions} past the driver");
}
