namespace ResilientMySql.Testing.Protocol;

/// <summary>What a server says that is the same everywhere. MySQL Internals, "Generic Response Packets".</summary>
internal static class ServerPackets
{
    private const byte ErrorHeader = 0xFF, EofHeader = 0xFE;

    public static ReadOnlyMemory<byte> Error(int code, string sqlState, string message) =>
        new PayloadWriter().Byte(ErrorHeader).UInt16((ushort)code).Byte((byte)'#').Text(sqlState).Text(message).Payload;

    /// <summary>An OK packet.</summary>
    /// <param name="header">0x00, or 0xFE at the end of rows where EOF packets are deprecated.</param>
    /// <param name="affectedRows">Rows that the statement changed.</param>
    /// <param name="lastInsertId">The first generated key, or 0.</param>
    /// <param name="status">The session's state.</param>
    public static ReadOnlyMemory<byte> Ok(byte header, ulong affectedRows, ulong lastInsertId, ServerStatus status) =>
        new PayloadWriter().Byte(header).LengthEncoded(affectedRows).LengthEncoded(lastInsertId).UInt16((ushort)status).UInt16(0).Payload;

    /// <summary>The end of the rows, in the form that the client has agreed to.</summary>
    public static ReadOnlyMemory<byte> RowsEnd(Capabilities capabilities) => (capabilities & Capabilities.DeprecateEof) != 0
        ? Ok(EofHeader, 0, 0, ServerStatus.Autocommit)
        : Eof();

    public static ReadOnlyMemory<byte> Eof() =>
        new PayloadWriter().Byte(EofHeader).UInt16(0).UInt16((ushort)ServerStatus.Autocommit).Payload;

    /// <summary>A packet: a payload shorter than 16 MiB behind its header.</summary>
    public static byte[] Frame(byte sequence, ReadOnlyMemory<byte> payload)
    {
        int length = payload.Length;
        return [(byte)length, (byte)(length >> 8), (byte)(length >> 16), sequence, .. payload.Span];
    }
}
