namespace ResilientMySql.Wire;

/// <summary>What the server says when a statement, or a result set, has ended well.</summary>
/// <param name="AffectedRows">Rows that the statement has changed.</param>
/// <param name="LastInsertId">The first number that AUTO_INCREMENT gave; 0 where it gave none.</param>
/// <param name="Status">The session's state.</param>
/// <param name="Warnings">How many there are.</param>
internal readonly record struct OkPayload(ulong AffectedRows, ulong LastInsertId, ServerStatus Status, ushort Warnings)
{
    /// <summary>How it begins in place of a result set.</summary>
    public const byte Header = 0x00;

    /// <summary>How it begins behind rows, with CLIENT_DEPRECATE_EOF.</summary>
    public const byte HeaderBehindRows = EofPayload.Header;

    /// <summary>Whether another result follows.</summary>
    public bool HasMore => (Status & ServerStatus.MoreResultsExist) != 0;

    /// <exception cref="WireProtocolException">It is no OK packet.</exception>
    public static OkPayload Parse(ReadOnlySpan<byte> payload, WireCapabilities capabilities)
    {
        var reader = new PayloadReader(payload);
        byte header = reader.Byte();
        if (header is not (Header or HeaderBehindRows))
            throw new WireProtocolException($"An OK packet cannot begin with {header:X2}.");

        ulong affectedRows = reader.LengthEncoded();
        ulong lastInsertId = reader.LengthEncoded();
        var ok = new OkPayload(affectedRows, lastInsertId, (ServerStatus)reader.UInt16(), reader.UInt16());

        // Without session tracking the rest is text for people.
        if (capabilities.TracksSession && reader.Remaining > 0)
            SkipTracking(ref reader);

        return ok;
    }

    /// <summary>What an EOF packet says, as the OK packet that it would have been.</summary>
    public static OkPayload Of(EofPayload eof) => new(0, 0, eof.Status, eof.Warnings);

    /// <summary>Skips the text for people and what has changed in the session, seeing that both are whole.</summary>
    private static void SkipTracking(ref PayloadReader reader)
    {
        _ = reader.LengthEncodedBytes();
        while (reader.Remaining > 0)
        {
            var changes = new PayloadReader(reader.LengthEncodedBytes());
            while (changes.Remaining > 0)
            {
                _ = changes.Byte();
                _ = changes.LengthEncodedBytes();
            }
        }
    }
}
