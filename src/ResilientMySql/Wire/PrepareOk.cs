namespace ResilientMySql.Wire;

/// <summary>How the answer to COM_STMT_PREPARE begins.</summary>
/// <param name="StatementId">The server's number for the statement, on this connection only.</param>
/// <param name="ColumnCount">How many columns its result set has; 0 where it has none, or the server cannot tell yet.</param>
/// <param name="ParameterCount">How many placeholders it has.</param>
/// <param name="Warnings">How many there are.</param>
internal readonly record struct PrepareOk(uint StatementId, ushort ColumnCount, ushort ParameterCount, ushort Warnings)
{
    public const byte Header = 0x00;

    /// <exception cref="WireProtocolException">It is not the beginning of that answer.</exception>
    public static PrepareOk Parse(ReadOnlySpan<byte> payload)
    {
        var reader = new PayloadReader(payload);
        byte header = reader.Byte();
        if (header != Header)
            throw new WireProtocolException($"The answer to a prepare cannot begin with {header:X2}.");

        uint id = reader.UInt32();
        ushort columns = reader.UInt16();
        ushort parameters = reader.UInt16();
        _ = reader.Byte();

        // Newer servers may add what was never asked for.
        return new PrepareOk(id, columns, parameters, reader.UInt16());
    }
}
