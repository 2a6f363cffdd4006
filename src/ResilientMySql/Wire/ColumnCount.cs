namespace ResilientMySql.Wire;

/// <summary>How a result set begins.</summary>
/// <param name="Count">How many columns it has, 1 to 4,096.</param>
/// <param name="HasDefinitions">Whether their definitions follow; where not, those known from before are valid.</param>
internal readonly record struct ColumnCount(int Count, bool HasDefinitions)
{
    /// <summary>The most that either server gives a table or a result set.</summary>
    public const int Most = 4096;

    /// <exception cref="WireProtocolException">It is not the beginning of a result set.</exception>
    public static ColumnCount Parse(ReadOnlySpan<byte> payload, WireCapabilities capabilities)
    {
        var reader = new PayloadReader(payload);
        ulong count = reader.LengthEncoded();
        if (count is 0 or > Most)
            throw new WireProtocolException($"A result set cannot have {count} columns.");

        bool hasDefinitions = !capabilities.CachesMetadata || reader.Remaining == 0 || HasFlag(reader.Byte());
        reader.End();
        return new ColumnCount((int)count, hasDefinitions);
    }

    private static bool HasFlag(byte value) => value switch
    {
        0 => false,
        1 => true,
        _ => throw new WireProtocolException($"Whether column definitions follow cannot be {value:X2}."),
    };
}
