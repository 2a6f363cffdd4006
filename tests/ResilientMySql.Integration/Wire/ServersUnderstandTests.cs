using System.Globalization;
using System.Security.Cryptography;
using MySqlConnector;
using ResilientMySql.Integration.Queries;
using ResilientMySql.Queries;
using ResilientMySql.TestServers;
using ResilientMySql.Wire;

namespace ResilientMySql.Integration.Wire;

/// <summary>Real servers store from the wire what they store from the driver, also where the types are left out.</summary>
public sealed class ServersUnderstandTests
{
    private const string RowText = "SELECT * FROM every_value ORDER BY id";

    private static readonly EveryValue Highest = new()
    {
        Flag = true,
        Tiny = sbyte.MaxValue,
        UnsignedTiny = byte.MaxValue,
        Small = short.MaxValue,
        UnsignedSmall = ushort.MaxValue,
        Normal = int.MaxValue,
        UnsignedNormal = uint.MaxValue,
        Big = long.MaxValue,
        UnsignedBig = ulong.MaxValue,
        Ratio = 1.5f,
        LongRatio = double.MaxValue,
        Price = 1234567890123456789.0123456789m,
        At = new DateTime(9999, 12, 31, 23, 59, 59, 999).AddMicroseconds(999),
        Moment = new DateTimeOffset(2026, 2, 28, 12, 0, 0, TimeSpan.FromHours(3)),
        Day = new DateOnly(9999, 12, 31),
        Clock = new TimeOnly(23, 59, 59, 999, 999),
        Span = new TimeSpan(34, 22, 59, 59),
        Key = new Guid("01234567-89ab-cdef-fedc-ba9876543210"),
        Letter = 'ž',
        Text = "Žižkov 🌍 'quoted' \\",
        Bytes = [0, 255, 39, 92],
        Memory = [92, 39, 0],
        Place = MySqlGeometry.FromWkb(0, [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 240, 63, 0, 0, 0, 0, 0, 0, 0, 64]),
        Date = new MySqlDateTime(2026, 2, 28, 23, 59, 58, 1),
    };

    private static readonly EveryValue Lowest = new()
    {
        Flag = false,
        Tiny = sbyte.MinValue,
        UnsignedTiny = 0,
        Small = short.MinValue,
        UnsignedSmall = 0,
        Normal = int.MinValue,
        UnsignedNormal = 0,
        Big = long.MinValue,
        UnsignedBig = 0,
        Ratio = -1.5f,
        LongRatio = -double.MaxValue,
        Price = -0.0000000001m,
        At = new DateTime(1000, 1, 1),
        Moment = new DateTimeOffset(1000, 1, 1, 0, 0, 1, TimeSpan.Zero),
        Day = new DateOnly(1000, 1, 1),
        Clock = TimeOnly.MinValue,
        Span = new TimeSpan(-34, -22, -59, -59),
        Key = Guid.Empty,
        Letter = '\'',
        Text = new string('x', 300),
        Bytes = [],
        Memory = new byte[60_000],
        Place = Highest.Place,
        Date = new MySqlDateTime(2026, 2, 28, 0, 0, 0, 0),
    };

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task EveryType_IsStoredAsTheDriverStoresIt(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await rented.Server.ExecuteAsync($"USE {rented.Server.Database}; {InsertEveryValue.Table}");
        await using MySqlConnection connection = await OpenAsync(mode, rented.Server);
        var raw = new RawSession(mode, connection, CapabilitiesOf(engine));
        await using var command = new MySqlCommand(InsertEveryValue.CommandText, connection);
        WireStatement? statement = null;

        // NULLs first, too: some servers take a parameter's type from its first execution.
        foreach (EveryValue value in (EveryValue[])[new(), Highest, Lowest, new(), Lowest, Highest])
        {
            await InsertThroughDriverAsync(mode, command, value);
            statement ??= await raw.PrepareAsync(InsertEveryValue.CommandText);
            await raw.InsertAsync(statement, new InsertEveryValue(value));
        }

        List<string> rows = await RowsAsync(connection);
        Assert.Equal(12, rows.Count);
        Assert.Equal(rows.Where(static (_, i) => i % 2 == 0), rows.Where(static (_, i) => i % 2 == 1));
        Assert.Equal(3, rows.Distinct().Count());
    }

    /// <summary>What the first execution has told of the types is known although it failed, and although the table has changed since.</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task TypesOfAnEarlierExecution_AreKept(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await rented.Server.ExecuteAsync($"USE {rented.Server.Database}; {InsertNumber.Table}; INSERT INTO numbers (id) VALUES (1)");
        await using MySqlConnection connection = await OpenAsync(mode, rented.Server);
        var raw = new RawSession(mode, connection, CapabilitiesOf(engine));
        WireStatement statement = await raw.PrepareAsync(InsertNumber.CommandText);

        Assert.Equal((int)MySqlErrorCode.DuplicateKeyEntry, await raw.RefusedAsync(statement, new InsertNumber(1, null)));
        await raw.InsertAsync(statement, new InsertNumber(2, "two"));
        await rented.Server.ExecuteAsync($"USE {rented.Server.Database}; ALTER TABLE numbers MODIFY id BIGINT, MODIFY text TEXT");
        await raw.InsertAsync(statement, new InsertNumber(-3, "three"));
        Assert.Equal((int)MySqlErrorCode.ColumnCannotBeNull, await raw.RefusedAsync(statement, new InsertNumber(null, "four")));
        await raw.InsertAsync(statement, new InsertNumber(5, null));

        Assert.Equal(["three", "", "two", ""], await RowsAsync(connection, "SELECT id, text FROM numbers ORDER BY id"));
    }

    /// <summary>Around the lengths at which an empty packet must follow. The driver sends none, so that the server waits for it.</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ValueAsLongAsPackets_ArrivesWhole(ServerEngine engine, CallMode mode)
    {
        const int LongestPacket = 0xFF_FFFF;
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await rented.Server.ExecuteAsync($"USE {rented.Server.Database}; CREATE TABLE hashes (id INT AUTO_INCREMENT PRIMARY KEY, hash CHAR(64))");
        long limit = await rented.Server.QueryAsync<long>("SELECT CAST(@@GLOBAL.max_allowed_packet AS SIGNED)");
        await rented.Server.ExecuteAsync("SET GLOBAL max_allowed_packet = 67108864");
        try
        {
            await using MySqlConnection connection = await OpenAsync(mode, rented.Server);
            var raw = new RawSession(mode, connection, CapabilitiesOf(engine));
            WireStatement statement = await raw.PrepareAsync(InsertHash.CommandText);
            var hashes = new List<string>();
            foreach (int length in (int[])[LongestPacket - 1, LongestPacket, LongestPacket + 1, (2 * LongestPacket) - 1, 2 * LongestPacket, 20])
            {
                byte[] value = NewValue(engine, length, sendsTypes: !statement.HasBound);
                hashes.Add(Convert.ToHexStringLower(SHA256.HashData(value)));
                await raw.InsertAsync(statement, new InsertHash(value));
            }

            Assert.Equal(hashes, await RowsAsync(connection, "SELECT id, hash FROM hashes ORDER BY id"));
        }
        finally
        {
            await rented.Server.ExecuteAsync($"SET GLOBAL max_allowed_packet = {limit}");
        }
    }

    /// <summary>A value whose execution is a payload of just that length.</summary>
    private static byte[] NewValue(ServerEngine engine, int payloadLength, bool sendsTypes)
    {
        // The head, the NULLs and the flag; on MySQL the number of parameters and a name for each.
        bool isMySql = engine is ServerEngine.MySql;
        int before = 10 + (isMySql ? 1 : 0) + 1 + 1 + (!sendsTypes ? 0 : isMySql ? 3 : 2);
        int valueLength = payloadLength - before;
        byte[] value = new byte[valueLength - (valueLength <= 251 ? 1 : valueLength <= 0xFF_FFFF + 4 ? 4 : 9)];
        new Random(payloadLength).NextBytes(value);
        return value;
    }

    private static async Task<MySqlConnection> OpenAsync(CallMode mode, TestServer server)
    {
        var connection = new MySqlConnection($"{server.ConnectionString};SSL Mode=None;Allow Public Key Retrieval=true;Pooling=false");
        await mode.OpenAsync(connection);
        return connection;
    }

    private static WireCapabilities CapabilitiesOf(ServerEngine engine) =>
        new(DeprecatesEof: true, HasQueryAttributes: engine is ServerEngine.MySql, CachesMetadata: false, TracksSession: false);

    private static async Task InsertThroughDriverAsync(CallMode mode, MySqlCommand command, EveryValue value)
    {
        var sink = new DriverParameterSink(command.Parameters);
        new InsertEveryValue(value).Bind(ref sink);
        if (!command.IsPrepared)
            await mode.PrepareAsync(command);

        Assert.Equal(1, mode is CallMode.Sync ? command.ExecuteNonQuery() : await command.ExecuteNonQueryAsync());
    }

    private static async Task<List<string>> RowsAsync(MySqlConnection connection, string text = RowText)
    {
        var rows = new List<string>();
        await using var command = new MySqlCommand(text, connection);
        await using MySqlDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add(string.Join('|', Enumerable.Range(1, reader.FieldCount - 1).Select(i => Show(reader.GetValue(i)))));

        return rows;
    }

    private static string Show(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
