namespace ResilientMySql.Testing.Protocol;

/// <summary>Reads what the two sides say that they are capable of, before the first command.</summary>
internal static class Login
{
    private const byte ProtocolVersion = 10;
    private const int SslRequestLength = 32;
    private const int ExtendedCapabilitiesOffset = 28;

    /// <summary>What the server's greeting offers; null where it is not a greeting of protocol 10.</summary>
    public static Capabilities? ReadGreeting(ReadOnlySpan<byte> payload)
    {
        var reader = new PayloadReader(payload);
        if (reader.Byte() != ProtocolVersion)
            return null;

        reader.NullTerminated(); // version
        reader.Bytes(4 + 8 + 1); // thread, scramble's first part, filler
        ulong flags = reader.UInt16();
        reader.Bytes(1 + 2); // character set, status
        flags |= (ulong)reader.UInt16() << 16;
        reader.Bytes(1 + 6); // scramble's length, filler
        ulong extended = reader.UInt32();
        if (!reader.IsValid)
            return null;

        return (Capabilities)(flags | (IsMariaDb(flags) ? extended << 32 : 0));
    }

    /// <summary>What the client asks for; null where it cannot be read.</summary>
    public static Capabilities? ReadResponse(ReadOnlySpan<byte> payload)
    {
        var reader = new PayloadReader(payload);
        ulong flags = reader.UInt32();
        reader.Bytes(ExtendedCapabilitiesOffset - 4);
        ulong extended = reader.UInt32();
        if (!reader.IsValid || ((Capabilities)flags & Capabilities.Protocol41) == 0)
            return null;

        return (Capabilities)(flags | (IsMariaDb(flags) ? extended << 32 : 0));
    }

    /// <summary>Whether the client's answer to the greeting is the request to encrypt what follows.</summary>
    public static bool IsSslRequest(Capabilities asked, long payloadLength) =>
        payloadLength == SslRequestLength && (asked & Capabilities.Ssl) != 0;

    // Both sides say by this flag's absence that they speak MariaDB's extensions.
    private static bool IsMariaDb(ulong flags) => ((Capabilities)flags & Capabilities.LongPassword) == 0;
}
