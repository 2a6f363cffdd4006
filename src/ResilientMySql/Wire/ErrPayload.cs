using System.Text;

namespace ResilientMySql.Wire;

/// <summary>The server's refusal.</summary>
/// <param name="Number">The error's number.</param>
/// <param name="SqlState">Five characters.</param>
/// <param name="Message">The server's own words.</param>
internal readonly record struct ErrPayload(ushort Number, string SqlState, string Message)
{
    public const byte Header = 0xFF;

    private const byte StateMarker = (byte)'#';
    private const int StateLength = 5;

    /// <exception cref="WireProtocolException">It is no ERR packet.</exception>
    public static ErrPayload Parse(ReadOnlySpan<byte> payload)
    {
        var reader = new PayloadReader(payload);
        byte header = reader.Byte();
        if (header != Header)
            throw new WireProtocolException($"An ERR packet cannot begin with {header:X2}.");

        ushort number = reader.UInt16();
        ReadOnlySpan<byte> rest = reader.Rest();

        // What a server says before it knows its client has no state: too many connections, a shutdown.
        if (rest is not [StateMarker, ..])
            return new ErrPayload(number, "HY000", Encoding.UTF8.GetString(rest));

        var text = new PayloadReader(rest[1..]);
        string state = Encoding.ASCII.GetString(text.Bytes(StateLength));
        return new ErrPayload(number, state, Encoding.UTF8.GetString(text.Rest()));
    }
}
