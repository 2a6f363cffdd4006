namespace ResilientMySql.Wire;

/// <summary>What ends column definitions and rows, without CLIENT_DEPRECATE_EOF.</summary>
internal readonly record struct EofPayload(ushort Warnings, ServerStatus Status)
{
    public const byte Header = 0xFE;

    /// <exception cref="WireProtocolException">It is no EOF packet.</exception>
    public static EofPayload Parse(ReadOnlySpan<byte> payload)
    {
        var reader = new PayloadReader(payload);
        byte header = reader.Byte();
        if (header != Header)
            throw new WireProtocolException($"An EOF packet cannot begin with {header:X2}.");

        var eof = new EofPayload(reader.UInt16(), (ServerStatus)reader.UInt16());
        reader.End();
        return eof;
    }
}
