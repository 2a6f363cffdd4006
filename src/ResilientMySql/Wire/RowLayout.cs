using System.Diagnostics.CodeAnalysis;

namespace ResilientMySql.Wire;

/// <summary>Where the values of the current row lie. Owned by a session; rows come and go in it, and nothing is allocated for them.</summary>
internal sealed class RowLayout
{
    private const int Null = -1;
    private const int InitialColumns = 16;

    // Where the value of each column begins, or Null, and how many bytes it has.
    private int[] _starts = new int[InitialColumns];
    private int[] _lengths = new int[InitialColumns];
    private ColumnDefinition[] _columns = [];
    private byte[] _bytes = [];

    public int ColumnCount => _columns.Length;

    public ColumnDefinition Column(int ordinal) => _columns[ordinal];

    /// <summary>Says which columns the rows that follow have.</summary>
    public void Describe(ColumnDefinition[] columns)
    {
        _columns = columns;
        if (columns.Length > _starts.Length)
        {
            _starts = new int[columns.Length];
            _lengths = new int[columns.Length];
        }
    }

    /// <summary>Finds the values of a row, which stays where it is.</summary>
    /// <exception cref="WireProtocolException">The row is not made of these columns.</exception>
    public void Read(byte[] bytes, PayloadRange row)
    {
        _bytes = bytes;
        ReadOnlySpan<byte> payload = bytes.AsSpan(row.Offset, row.Length);
        int position = BinaryRow.HeaderBytes(_columns.Length);
        if (position > payload.Length || payload[0] != BinaryRow.Header)
            ThrowMisfit();

        for (int ordinal = 0; ordinal < _columns.Length; ordinal++)
        {
            if (BinaryRow.IsNull(payload, ordinal))
            {
                _starts[ordinal] = Null;
                continue;
            }

            int length = LengthOf(_columns[ordinal], payload, ref position);
            if (length > payload.Length - position)
                ThrowMisfit();

            _starts[ordinal] = row.Offset + position;
            _lengths[ordinal] = length;
            position += length;
        }

        if (position != payload.Length)
            ThrowMisfit();
    }

    /// <summary>Lets go of the row, whose buffer may be large.</summary>
    public void Clear()
    {
        _bytes = [];
        _starts.AsSpan(0, _columns.Length).Fill(Null);
    }

    /// <exception cref="IndexOutOfRangeException">There is no such column.</exception>
    public bool IsNull(int ordinal)
    {
        // More columns may have been here before.
        _ = _columns[ordinal];
        return _starts[ordinal] == Null;
    }

    /// <exception cref="InvalidCastException">The column is NULL.</exception>
    /// <exception cref="IndexOutOfRangeException">There is no such column.</exception>
    public ReadOnlySpan<byte> Value(int ordinal) => IsNull(ordinal)
        ? throw new InvalidCastException("The column is NULL.")
        : _bytes.AsSpan(_starts[ordinal], _lengths[ordinal]);

    private static int LengthOf(ColumnDefinition column, ReadOnlySpan<byte> payload, ref int position) => column.Width switch
    {
        > 0 and var width => width,
        ColumnWidth.LengthEncoded => LengthEncoded(payload, ref position),
        ColumnWidth.Date => Announced(payload, ref position) is (0 or 4 or 7 or 11) and var date ? date : throw Misfit(),
        ColumnWidth.Time => Announced(payload, ref position) is (0 or 8 or 12) and var time ? time : throw Misfit(),
        _ => throw new WireProtocolException($"Rows with columns of the type {(byte)column.Type} cannot be read."),
    };

    private static int Announced(ReadOnlySpan<byte> payload, ref int position)
    {
        if (position >= payload.Length)
            ThrowMisfit();

        return payload[position++];
    }

    private static int LengthEncoded(ReadOnlySpan<byte> payload, ref int position)
    {
        var reader = new PayloadReader(payload[position..]);
        ulong length = reader.LengthEncoded();
        position = payload.Length - reader.Remaining;
        return length <= (uint)reader.Remaining ? (int)length : throw Misfit();
    }

    [DoesNotReturn]
    private static void ThrowMisfit() => throw Misfit();

    private static WireProtocolException Misfit() => new("A row does not have the values that its columns announce.");
}
