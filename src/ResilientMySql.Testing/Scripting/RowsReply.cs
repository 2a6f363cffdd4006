using ResilientMySql.Testing.Protocol;

namespace ResilientMySql.Testing.Scripting;

/// <summary>A result set, as text for queries and binary for prepared statements.</summary>
/// <remarks>
/// Values are null, strings, byte arrays, booleans, integers, floating-point numbers, decimals and DateTimes; the first value of
/// a column that is not null makes the column's type.
/// </remarks>
public sealed record RowsReply : Reply
{
    /// <summary>A result set.</summary>
    /// <param name="columns">The columns' names, at least one.</param>
    /// <param name="rows">The rows, each with a value for every column.</param>
    /// <exception cref="ArgumentException">There is no column, a row has too few or too many values, or one of a type without a wire form.</exception>
    public RowsReply(IReadOnlyList<string> columns, params IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        if (columns.Count == 0 || rows.Any(row => row.Count != columns.Count))
            throw new ArgumentException("There must be at least one column, and every row must have a value for each.", nameof(rows));

        Columns = columns;
        Rows = [.. rows.Select(static row => row.Select(RowValue.Normalize).ToArray())];
    }

    /// <summary>The columns' names.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The rows; numbers and booleans as the widest type of their kind.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> Rows { get; }

    /// <summary>Whether the packet that ends the rows is sent; without it the client waits for more.</summary>
    public bool IsComplete { get; init; } = true;

    internal override IReadOnlyList<string> PreparedColumns => Columns;

    /// <summary>A result set of one row with one value.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="value">The value.</param>
    public static RowsReply Scalar(string column, object? value) => new([column], [value]);

    internal override async ValueTask WriteAsync(ReplyWriter writer)
    {
        bool hasEofs = (writer.Capabilities & Capabilities.DeprecateEof) == 0;
        await writer.PayloadAsync(new PayloadWriter().LengthEncoded((ulong)Columns.Count).Payload).ConfigureAwait(false);
        byte[] types = new byte[Columns.Count];
        for (int i = 0; i < types.Length; i++)
        {
            types[i] = RowValue.TypeOf(Rows.Select(row => row[i]).FirstOrDefault(static value => value is not null));
            await writer.PayloadAsync(RowValue.Column(Columns[i], types[i])).ConfigureAwait(false);
        }

        if (hasEofs)
            await writer.PayloadAsync(ServerPackets.Eof()).ConfigureAwait(false);
        foreach (IReadOnlyList<object?> row in Rows)
            await writer.PayloadAsync(writer.IsBinary ? RowValue.BinaryRow(row, types) : RowValue.TextRow(row)).ConfigureAwait(false);
        if (IsComplete)
            await writer.PayloadAsync(ServerPackets.RowsEnd(writer.Capabilities)).ConfigureAwait(false);
    }
}
