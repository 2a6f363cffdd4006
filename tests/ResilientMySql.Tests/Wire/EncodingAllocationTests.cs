using MySqlConnector;
using ResilientMySql.Wire;

namespace ResilientMySql.Tests.Wire;

/// <summary>A session's buffer that has seen its statements encodes them without allocating.</summary>
public sealed class EncodingAllocationTests
{
    private const int Rounds = 1_000;

    private static readonly string LongText = new('é', 5_000);
    private static readonly byte[] Bytes = new byte[40_000];
    private static readonly MySqlGeometry Place = MySqlGeometry.FromWkb(4326, Bytes.AsSpan(0, 21));
    private static readonly MySqlDecimal Amount = DriverValues.Decimal("12345678901234567890123456789012345.5");
    private static readonly Binding BindEverything = Everything;

    [Theory]
    [InlineData(false, MySqlGuidFormat.Char36)]
    [InlineData(true, MySqlGuidFormat.Char32)]
    [InlineData(true, MySqlGuidFormat.TimeSwapBinary16)]
    public void EveryType_AllocatesNothing(bool hasAttributes, MySqlGuidFormat format)
    {
        WireCapabilities capabilities = hasAttributes ? Requests.WithAttributes : Requests.Plain;
        var statement = new WireStatement(1, 26);
        var buffer = new SendBuffer();
        int length = Run(buffer, statement, capabilities, format);

        long before = GC.GetAllocatedBytesForCurrentThread();
        int again = Run(buffer, statement, capabilities, format);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.Equal(length, again);
    }

    private static int Run(SendBuffer buffer, WireStatement statement, WireCapabilities capabilities, MySqlGuidFormat format)
    {
        int length = 0;
        for (int i = 0; i < Rounds; i++)
        {
            Requests.Encode(buffer, statement, capabilities, BindEverything, format);
            length = buffer.Packets.Length;
            buffer.Recycle();
        }

        return length;
    }

    private static void Everything(ref WireParameterSink sink)
    {
        sink.Boolean(true);
        sink.SByte(-1);
        sink.Byte(1);
        sink.Int16(-1);
        sink.UInt16(1);
        sink.Int32(-1);
        sink.UInt32(1);
        sink.Int64(-1);
        sink.UInt64(1);
        sink.Single(1.5f);
        sink.Double(1.5);
        sink.Decimal(1.50m);
        sink.DateTime(DateTime.MaxValue);
        sink.DateTimeOffset(DateTimeOffset.MaxValue);
        sink.DateOnly(DateOnly.MaxValue);
        sink.TimeOnly(TimeOnly.MaxValue);
        sink.TimeSpan(TimeSpan.MinValue);
        sink.Guid(Guid.Empty);
        sink.Char('é');
        sink.String("short");
        sink.String(LongText);
        sink.Bytes(Bytes);
        sink.Memory(Bytes);
        sink.Geometry(Place);
        sink.MySqlDecimal(Amount);
        sink.MySqlDateTime(new MySqlDateTime(2026, 2, 29, 0, 0, 0, 0) { Day = 28 });
    }
}
