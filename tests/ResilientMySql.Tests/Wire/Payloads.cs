using System.Text;
using ResilientMySql.Wire;

namespace ResilientMySql.Tests.Wire;

/// <summary>The payloads of a server.</summary>
internal static class Payloads
{
    public const ushort Utf8Mb4 = 255;

    public static byte[] Ok(ulong affectedRows = 0, ulong lastInsertId = 0, ServerStatus status = ServerStatus.Autocommit, ushort warnings = 0, byte header = 0x00) =>
        new PayloadBuilder().Raw(header).LengthEncoded(affectedRows).LengthEncoded(lastInsertId).UInt16((ushort)status).UInt16(warnings).ToArray();

    public static byte[] Eof(ServerStatus status = ServerStatus.Autocommit, ushort warnings = 0) =>
        new PayloadBuilder().Raw(0xFE).UInt16(warnings).UInt16((ushort)status).ToArray();

    public static byte[] Error(ushort number, string state, string message) =>
        new PayloadBuilder().Raw(0xFF).UInt16(number).Raw(Encoding.UTF8.GetBytes("#" + state + message)).ToArray();

    public static byte[] PrepareOk(uint id, ushort columns, ushort parameters, ushort warnings = 0) =>
        new PayloadBuilder().Raw(0x00).UInt32(id).UInt16(columns).UInt16(parameters).Raw(0x00).UInt16(warnings).ToArray();

    public static byte[] Definition(string name, ColumnType type, ColumnFlags flags = ColumnFlags.None, uint length = 11, ushort collation = Collations.Binary, byte decimals = 0) =>
        new PayloadBuilder().Text("def").Text("sakila").Text("c").Text("city").Text(name).Text(name)
            .Raw(0x0C).UInt16(collation).UInt32(length).Raw((byte)type).UInt16((ushort)flags).Raw(decimals).Raw(0, 0).ToArray();

    /// <summary>A row of values as they travel, each with the length that its type has before it; null is NULL.</summary>
    public static byte[] Row(params byte[]?[] values)
    {
        byte[] bitmap = new byte[(values.Length + 9) / 8];
        for (int column = 0; column < values.Length; column++)
        {
            if (values[column] is null)
                bitmap[(column + 2) / 8] |= (byte)(1 << (column + 2) % 8);
        }

        var row = new PayloadBuilder().Raw(0x00).Raw(bitmap);
        foreach (byte[]? value in values)
            row.Raw(value);

        return row.ToArray();
    }

    /// <summary>Payloads as packets, with sequence ids from <paramref name="sequence"/> on, the long ones split.</summary>
    public static byte[] Packets(int sequence, params IEnumerable<byte[]> payloads)
    {
        using var stream = new MemoryStream();
        foreach (byte[] payload in payloads)
        {
            int offset = 0;
            int length;
            do
            {
                length = Math.Min(payload.Length - offset, ReceiveBuffer.LargestPacket);
                stream.Write([(byte)length, (byte)(length >> 8), (byte)(length >> 16), (byte)sequence++]);
                stream.Write(payload, offset, length);
                offset += length;
            }
            while (length == ReceiveBuffer.LargestPacket);
        }

        return stream.ToArray();
    }
}
