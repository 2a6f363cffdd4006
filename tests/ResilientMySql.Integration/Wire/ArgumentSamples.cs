using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Wire;

/// <summary>Arguments of every type that a sink takes: NULL, extremes, and those between which an encoding changes.</summary>
internal static class ArgumentSamples
{
    private static readonly DateTime Moment = new(2026, 2, 28, 23, 59, 58);

    public static Dictionary<string, Action<IParameterSink>[]> ByType { get; } = new()
    {
        ["Boolean"] = Of<bool>(static (sink, value) => sink.Boolean(value), true, false),
        ["SByte"] = Of<sbyte>(static (sink, value) => sink.SByte(value), sbyte.MinValue, -1, 0, sbyte.MaxValue),
        ["Byte"] = Of<byte>(static (sink, value) => sink.Byte(value), 0, byte.MaxValue),
        ["Int16"] = Of<short>(static (sink, value) => sink.Int16(value), short.MinValue, -1, short.MaxValue),
        ["UInt16"] = Of<ushort>(static (sink, value) => sink.UInt16(value), 0, ushort.MaxValue),
        ["Int32"] = Of(static (sink, value) => sink.Int32(value), int.MinValue, -1, int.MaxValue),
        ["UInt32"] = Of<uint>(static (sink, value) => sink.UInt32(value), 0, uint.MaxValue),
        ["Int64"] = Of(static (sink, value) => sink.Int64(value), long.MinValue, -1, long.MaxValue),
        ["UInt64"] = Of<ulong>(static (sink, value) => sink.UInt64(value), 0, ulong.MaxValue),
        ["Single"] = Of(static (sink, value) => sink.Single(value), 0f, -0f, float.MinValue, float.Epsilon, float.NaN, float.PositiveInfinity),
        ["Double"] = Of(static (sink, value) => sink.Double(value), 0d, -0d, double.MinValue, double.Epsilon, double.NaN, double.NegativeInfinity),
        ["Decimal"] = Of(static (sink, value) => sink.Decimal(value), 0m, -0.0m, 1.10m, decimal.MinValue, -0.0000000000000000000000000001m, -7.9228162514264337593543950335m),
        ["DateTime"] = Of(static (sink, value) => sink.DateTime(value), [.. Moments, .. Moments.Select(static value => DateTime.SpecifyKind(value, DateTimeKind.Utc)), .. Moments.Select(static value => DateTime.SpecifyKind(value, DateTimeKind.Local))]),
        ["DateTimeOffset"] = Of(static (sink, value) => sink.DateTimeOffset(value), [.. Moments.Select(static value => new DateTimeOffset(value, TimeSpan.Zero)), new(Moment, TimeSpan.FromHours(-13)), new(Moment, TimeSpan.FromMinutes(345))]),
        ["DateOnly"] = Of(static (sink, value) => sink.DateOnly(value), DateOnly.MinValue, DateOnly.FromDateTime(Moment), DateOnly.MaxValue),
        ["TimeOnly"] = Of(static (sink, value) => sink.TimeOnly(value), TimeOnly.MinValue, new(1, 2, 3), new(1, 2, 3, 4, 5), TimeOnly.MaxValue),
        ["TimeSpan"] = Of(static (sink, value) => sink.TimeSpan(value), TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.FromTicks(-10), new(34, 22, 59, 59), -new TimeSpan(34, 22, 59, 59), new(1, 2, 3, 4, 5, 6), TimeSpan.MaxValue, TimeSpan.MinValue),
        ["Guid"] = Of(static (sink, value) => sink.Guid(value), Guid.Empty, new("01234567-89ab-cdef-fedc-ba9876543210"), Guid.AllBitsSet),
        ["Char"] = Of(static (sink, value) => sink.Char(value), 'a', '\0', 'é', '€', '\uD83D'),
        ["String"] = OfObjects<string>(static (sink, value) => sink.String(value), ["", "Žižkov 🌍 'quoted' \\", "half \uDE00", .. Lengths.Select(static length => new string('x', length)), .. Lengths.Select(static length => new string('€', length))]),
        ["Bytes"] = OfObjects<byte[]>(static (sink, value) => sink.Bytes(value), [.. Lengths.Select(static length => new byte[length])]),
        ["Memory"] = Of(static (sink, value) => sink.Memory(value), [.. Lengths.Select(static length => new ReadOnlyMemory<byte>(new byte[length]))]),
        ["Geometry"] = OfObjects<MySqlGeometry>(static (sink, value) => sink.Geometry(value), MySqlGeometry.FromWkb(4326, [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 240, 63, 0, 0, 0, 0, 0, 0, 0, 64]), MySqlGeometry.FromWkb(0, new byte[300]), MySqlGeometry.FromMySql([1, 2, 3]), MySqlGeometry.FromMySql([])),
        ["MySqlDecimal"] = Of(static (sink, value) => sink.MySqlDecimal(value), NewDecimal("0"), NewDecimal("-" + new string('9', 65)), NewDecimal("-" + new string('9', 35) + "." + new string('9', 30))),
        ["MySqlDateTime"] = Of(static (sink, value) => sink.MySqlDateTime(value), [.. Moments.Select(static value => new MySqlDateTime(value)), new(0, 0, 0, 0, 0, 0, 0), new(2026, 0, 28, 1, 2, 3, 4), new(2026, 2, 0, 1, 2, 3, 4)]),
    };

    private static DateTime[] Moments =>
        [DateTime.MinValue, Moment.Date, Moment, Moment.AddMicroseconds(1), Moment.Date.AddMicroseconds(1), Moment.AddTicks(9), DateTime.MaxValue];

    private static int[] Lengths => [0, 1, 82, 83, 84, 250, 251, 65_535, 65_536];

    /// <summary>NULL before, between and after the values.</summary>
    private static Action<IParameterSink>[] Of<T>(Action<IParameterSink, T?> bind, params T[] values)
        where T : struct =>
        [sink => bind(sink, null), .. values.Select<T, Action<IParameterSink>>(value => sink => bind(sink, value)), sink => bind(sink, null), sink => bind(sink, values[0])];

    private static Action<IParameterSink>[] OfObjects<T>(Action<IParameterSink, T?> bind, params IEnumerable<T> values)
        where T : class =>
        [sink => bind(sink, null), .. values.Select<T, Action<IParameterSink>>(value => sink => bind(sink, value)), sink => bind(sink, null)];

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern MySqlDecimal NewDecimal(string digits);
}
