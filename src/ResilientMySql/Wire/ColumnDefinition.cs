using System.Text;
using MySqlConnector;

namespace ResilientMySql.Wire;

/// <summary>What the server says of a column. Immutable.</summary>
internal sealed class ColumnDefinition
{
    private const int FixedFieldBytes = 12;

    private readonly byte[] _payload;

    private ColumnDefinition(ReadOnlySpan<byte> payload, MySqlGuidFormat guids)
    {
        var reader = new PayloadReader(payload);
        _ = reader.LengthEncodedBytes(); // catalog
        _ = reader.LengthEncodedBytes(); // schema
        _ = reader.LengthEncodedBytes(); // table, as the statement calls it
        _ = reader.LengthEncodedBytes(); // table
        ReadOnlySpan<byte> name = reader.LengthEncodedBytes();
        _ = reader.LengthEncodedBytes(); // column, as the table calls it
        ulong fixedFields = reader.LengthEncoded();
        if (fixedFields != FixedFieldBytes)
            throw new WireProtocolException($"A column definition has 12 bytes behind its names, not {fixedFields}.");

        Collation = reader.UInt16();
        Length = reader.UInt32();
        Type = (ColumnType)reader.Byte();
        Flags = (ColumnFlags)reader.UInt16();
        Decimals = reader.Byte();
        _ = reader.UInt16();
        reader.End();

        Kind = ColumnKinds.Of(Type, Flags, Collation, Length, guids);
        Width = ColumnKinds.WidthOf(Type);
        Guids = guids;
        Name = Encoding.UTF8.GetString(name);
        _payload = payload.ToArray();
    }

    /// <summary>The column's name, or its alias in the statement.</summary>
    public string Name { get; }

    public ColumnType Type { get; }

    public ColumnFlags Flags { get; }

    /// <summary>The number of the collation in which the values arrive; of numbers and bytes that of <c>binary</c>, 63.</summary>
    public ushort Collation { get; }

    /// <summary>The most bytes that a value has; of numbers the width of their display.</summary>
    public uint Length { get; }

    /// <summary>How many digits follow the point; 31 where it is not fixed.</summary>
    public byte Decimals { get; }

    /// <summary>What its values are read as.</summary>
    public ColumnKind Kind { get; }

    /// <summary>How many bytes a value has, or one of <see cref="ColumnWidth"/>.</summary>
    public sbyte Width { get; }

    /// <summary>What GUIDs look like on this session.</summary>
    public MySqlGuidFormat Guids { get; }

    /// <summary>Whether values can be read here; a statement with another column takes the driver's path.</summary>
    public bool IsReadable => Kind is not ColumnKind.Unknown;

    /// <exception cref="WireProtocolException">It is no column definition.</exception>
    public static ColumnDefinition Parse(ReadOnlySpan<byte> payload, MySqlGuidFormat guids) => new(payload, guids);

    /// <summary>Whether the server has said the same again, which it mostly has, at each execution: nothing needs to be parsed then.</summary>
    public bool IsSameAs(ReadOnlySpan<byte> payload) => payload.SequenceEqual(_payload);
}
