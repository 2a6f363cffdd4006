using System.Text;

namespace ResilientMySql.Testing.Protocol;

/// <summary>Finds the SQL text in a request.</summary>
internal static class RequestText
{
    /// <summary>The text of a query or of a statement to prepare; of a payload that was cut, as much as is there.</summary>
    public static string Read(ServerCommand command, ReadOnlySpan<byte> payload, Capabilities capabilities)
    {
        var reader = new PayloadReader(payload);
        reader.Byte(); // the command
        if (command is ServerCommand.Query && (capabilities & Capabilities.QueryAttributes) != 0)
            SkipAttributes(ref reader);
        return Encoding.UTF8.GetString(reader.Rest);
    }

    /// <summary>MySQL Internals, COM_QUERY: with query attributes, their count and values come before the text.</summary>
    private static void SkipAttributes(ref PayloadReader reader)
    {
        ulong count = reader.LengthEncoded();
        reader.LengthEncoded(); // sets of values: always one
        if (count == 0 || count > ushort.MaxValue)
            return;

        ReadOnlySpan<byte> nulls = reader.Bytes((count + 7) / 8);
        reader.Byte(); // types follow: always
        var types = new ushort[count];
        for (int i = 0; i < types.Length && reader.IsValid; i++)
        {
            types[i] = reader.UInt16();
            reader.LengthEncodedBytes(); // name
        }

        for (int i = 0; i < types.Length && reader.IsValid; i++)
        {
            bool isNull = (nulls[i / 8] & (1 << (i % 8))) != 0;
            if (!isNull)
                SkipValue(ref reader, (byte)types[i]);
        }
    }

    /// <summary>MySQL Internals, "Binary Protocol Value".</summary>
    private static void SkipValue(ref PayloadReader reader, byte type)
    {
        ulong length = type switch
        {
            0x06 => 0, // NULL
            0x01 => 1, // TINY
            0x02 or 0x0D => 2, // SHORT, YEAR
            0x03 or 0x04 or 0x09 => 4, // LONG, FLOAT, INT24
            0x05 or 0x08 => 8, // DOUBLE, LONGLONG
            0x07 or 0x0A or 0x0B or 0x0C => reader.Byte(), // dates and times
            _ => reader.LengthEncoded(),
        };
        reader.Bytes(length);
    }
}
