using MySqlConnector;
using ResilientMySql.Queries;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Queries;

/// <summary>Values of every type go there and back; what does not fit is told with all that there is to say.</summary>
public sealed class QueryValueTests
{
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
        Moment = new DateTimeOffset(2026, 2, 28, 12, 0, 0, TimeSpan.Zero),
        Day = new DateOnly(9999, 12, 31),
        Clock = new TimeOnly(23, 59, 59, 999, 999),
        Span = new TimeSpan(34, 22, 59, 59),
        Key = new Guid("01234567-89ab-cdef-fedc-ba9876543210"),
        Letter = 'ž',
        Text = "Žižkov 🌍 'quoted' \\",
        Bytes = [0, 255, 39, 92],
        Memory = [92, 39, 0],
        Place = MySqlGeometry.FromWkb(0, [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 240, 63, 0, 0, 0, 0, 0, 0, 0, 64]),
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
        Price = -1234567890123456789.0123456789m,
        At = new DateTime(1000, 1, 1),
        Moment = new DateTimeOffset(1000, 1, 1, 0, 0, 0, TimeSpan.Zero),
        Day = new DateOnly(1000, 1, 1),
        Clock = TimeOnly.MinValue,
        Span = new TimeSpan(-34, -22, -59, -59),
        Key = Guid.Empty,
        Letter = '\'',
        Text = "",
        Bytes = [],
        Memory = [],
        Place = Highest.Place,
    };

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task EveryType_GoesThereAndBack(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await rented.Server.ExecuteAsync($"USE {rented.Server.Database}; {InsertEveryValue.Table}");
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Maximum Pool Size=1;Wire={wire}");

        // NULLs first: some servers take a parameter's type from its first execution. Then again, into boxes that are there.
        foreach (EveryValue value in (EveryValue[])[new(), Highest, Lowest, new(), Lowest, Highest])
        {
            long id = await mode.InsertIdAsync(dataSource, new InsertEveryValue(value));
            EveryValue echo = await mode.SingleAsync<SelectEveryValue, EveryValue>(dataSource, new(id));

            Assert.Equal(value with { Bytes = null, Memory = null, Place = null }, echo with { Bytes = null, Memory = null, Place = null, Amount = null, Date = null });
            Assert.Equal(value.Bytes, echo.Bytes);
            Assert.Equal(value.Memory, echo.Memory);
            Assert.Equal(value.Place?.Value, echo.Place?.Value);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task DriversOwnTypes_GoThereAndBack(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await rented.Server.ExecuteAsync($"USE {rented.Server.Database}; {InsertEveryValue.Table}");
        await rented.Server.ExecuteAsync($"INSERT INTO {rented.Server.Database}.every_value (amount, `date`) VALUES ({new string('9', 65)}, '2026-02-28 23:59:59.123456')");
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Wire={wire}");
        EveryValue first = await mode.SingleAsync<SelectEveryValue, EveryValue>(dataSource, new(1));

        long id = await mode.InsertIdAsync(dataSource, new InsertEveryValue(new() { Amount = first.Amount, Date = first.Date }));
        EveryValue second = await mode.SingleAsync<SelectEveryValue, EveryValue>(dataSource, new(id));

        Assert.Equal((new string('9', 65), new DateTime(2026, 2, 28, 23, 59, 59, 123).AddMicroseconds(456)), (first.Amount.ToString(), first.Date!.Value.GetDateTime()));
        Assert.Equal((first.Amount.ToString(), first.Date.Value.GetDateTime()), (second.Amount.ToString(), second.Date!.Value.GetDateTime()));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task WhatDoesNotFit_IsExplained(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        var odd = new OddColumn(rented.Server, mode, wire);

        await odd.RefusesAsync<sbyte>("CAST(128 AS SIGNED)", "INT", "System.SByte", "out of range");
        await odd.RefusesAsync<byte>("CAST(-1 AS SIGNED)", "INT", "System.Byte", "out of range");
        await odd.RefusesAsync<short>("CAST(32768 AS SIGNED)", "INT", "System.Int16", "out of range");
        await odd.RefusesAsync<ushort>("CAST(65536 AS SIGNED)", "INT", "System.UInt16", "out of range");
        await odd.RefusesAsync<int>("CAST(2147483648 AS SIGNED)", "INT", "System.Int32", "out of range");
        await odd.RefusesAsync<int>("NULL", "", "System.Int32", "NULL");
        await odd.RefusesAsync<uint>("CAST(4294967296 AS SIGNED)", "INT", "System.UInt32", "out of range");
        await odd.RefusesAsync<long>("CAST(9223372036854775808 AS UNSIGNED)", "BIGINT UNSIGNED", "System.Int64", "out of range");
        await odd.RefusesAsync<ulong>("CAST(-1 AS SIGNED)", "INT", "System.UInt64", "out of range");
        await odd.RefusesAsync<float>("1e300", "DOUBLE", "System.Single", "none of that type");
        await odd.RefusesAsync<string>("CAST(NULL AS CHAR)", "", "System.String", "it is NULL");
        await odd.RefusesAsync<int>("'seven'", "VARCHAR", "System.Int32", "none of that type");
        await odd.RefusesAsync<bool>("'seven'", "VARCHAR", "System.Boolean", "none of that type");
        await odd.RefusesAsync<string>("7", "INT", "System.String", "none of that type");
        await odd.RefusesAsync<Guid>("'seven'", "VARCHAR", "System.Guid", "none of that type");
        await odd.RefusesAsync<DateTime>("7", "INT", "System.DateTime", "none of that type");
        await odd.RefusesAsync<TimeOnly>("CAST('25:00:00' AS TIME)", "TIME", "System.TimeOnly", "");
        await odd.RefusesAsync<char>("'ab'", "VARCHAR", "System.Char", "none of that type");
        await odd.RefusesAsync<MySqlGeometry>("7", "INT", "MySqlGeometry", "none of that type");
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task WhatFits_IsReadFromColumnsOfOtherTypes(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        var odd = new OddColumn(rented.Server, mode, wire);

        Assert.Equal(127, await odd.ReadAsync<sbyte>("CAST(127 AS UNSIGNED)"));
        Assert.Equal(255, await odd.ReadAsync<byte>("CAST(255 AS SIGNED)"));
        Assert.Equal(-32768, await odd.ReadAsync<short>("CAST(-32768 AS DECIMAL(10, 0))"));
        Assert.Equal(65535, await odd.ReadAsync<ushort>("65535"));
        Assert.Equal(7, await odd.ReadAsync<long>("7"));
        Assert.Equal(7u, await odd.ReadAsync<uint>("7"));
        Assert.Equal(7ul, await odd.ReadAsync<ulong>("7"));
        Assert.True(await odd.ReadAsync<bool>("CAST(4294967296 AS SIGNED)"));
        Assert.True(await odd.ReadAsync<bool>("CAST(0.5 AS DECIMAL(3, 1))"));
        Assert.True(await odd.ReadAsync<bool>("1 < 2"));
        Assert.False(await odd.ReadAsync<bool>("CAST(0.0 AS DECIMAL(3, 1))"));
        Assert.False(await odd.ReadAsync<bool>("2 < 1"));
    }

    /// <summary>The driver would cut it off.</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task FractionOfADecimal_IsNotCutOff(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        var odd = new OddColumn(rented.Server, mode, wire);

        Assert.Equal(-2, await odd.ReadAsync<int>("CAST(-2 AS DECIMAL(5, 2))"));
        Assert.Equal(12345678901, await odd.ReadAsync<long>("CAST(12345678901 AS DECIMAL(15, 2))"));
        await odd.RefusesAsync<int>("CAST(1.5 AS DECIMAL(3, 1))", "DECIMAL", "System.Int32", "has a fraction");
        await odd.RefusesAsync<sbyte>("CAST(-0.5 AS DECIMAL(3, 1))", "DECIMAL", "System.SByte", "has a fraction");
        await odd.RefusesAsync<ushort>("CAST(1.25 AS DECIMAL(3, 2))", "DECIMAL", "System.UInt16", "has a fraction");
        await odd.RefusesAsync<long>("CAST(12345678901.75 AS DECIMAL(15, 2))", "DECIMAL", "System.Int64", "has a fraction");
        await odd.RefusesAsync<ulong>("CAST(12345678901.75 AS DECIMAL(15, 2))", "DECIMAL", "System.UInt64", "has a fraction");
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task MemberOfARow_IsNamed(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await rented.Server.ExecuteAsync($"CREATE TABLE {rented.Server.Database}.named (city_id INT, city VARCHAR(9), country_id INT)");
        await rented.Server.ExecuteAsync($"INSERT INTO {rented.Server.Database}.named VALUES (1, 'Nowhere', NULL)");
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Wire={wire}");

        var refusal = await Assert.ThrowsAsync<InvalidCastException>(() => mode.ToListAsync<NamedCities, City>(dataSource, default));

        Assert.Equal("Column 2 'country_id' (INT) cannot be read as System.Int32 of the member CountryId: it is NULL. Make the type nullable if that is to be expected.", refusal.Message);
        Assert.IsType<InvalidCastException>(refusal.InnerException);
    }
}
