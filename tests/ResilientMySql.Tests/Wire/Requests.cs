using System.Buffers.Binary;
using MySqlConnector;
using ResilientMySql.Wire;

namespace ResilientMySql.Tests.Wire;

/// <summary>Encodes requests, and takes them apart as a server does.</summary>
internal static class Requests
{
    public static readonly WireCapabilities Plain = new(DeprecatesEof: true, HasQueryAttributes: false, CachesMetadata: false, TracksSession: false);
    public static readonly WireCapabilities WithAttributes = Plain with { HasQueryAttributes = true };

    private const int LongestPacket = 0xFF_FFFF;

    /// <summary>The payload of an execution.</summary>
    public static byte[] Execute(WireStatement statement, WireCapabilities capabilities, Binding bind, MySqlGuidFormat format = default)
    {
        var buffer = new SendBuffer();
        Encode(buffer, statement, capabilities, bind, format);
        return PayloadOf(buffer.Packets);
    }

    public static void Encode(SendBuffer buffer, WireStatement statement, WireCapabilities capabilities, Binding bind, MySqlGuidFormat format = default)
    {
        WireParameterSink sink = ExecuteEncoder.Begin(buffer, statement, capabilities);
        sink.GuidFormat = format;
        bind(ref sink);
        ExecuteEncoder.End(ref sink);
    }

    /// <summary>What is in the packets, which must be numbered from 0 and end with the first one that is not full.</summary>
    public static byte[] PayloadOf(ReadOnlyMemory<byte> packets)
    {
        ReadOnlySpan<byte> left = packets.Span;
        var payload = new MemoryStream();
        int number = 0;
        int length;
        do
        {
            uint header = BinaryPrimitives.ReadUInt32LittleEndian(left);
            length = (int)(header & LongestPacket);
            Assert.Equal(number++, (int)(header >> 24));
            payload.Write(left.Slice(4, length));
            left = left[(4 + length)..];
        }
        while (length == LongestPacket);

        Assert.True(left.IsEmpty, "Something comes after the last packet.");
        return payload.ToArray();
    }
}
