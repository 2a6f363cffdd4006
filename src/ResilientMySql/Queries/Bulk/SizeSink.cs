using MySqlConnector;

namespace ResilientMySql.Queries.Bulk;

/// <summary>Adds up how much room arguments take in the text of a statement, and how many there are. Sends nothing anywhere.</summary>
/// <param name="looksAtValues">Whether texts and bytes are looked through, instead of taken for the worst of their length.</param>
internal struct SizeSink(bool looksAtValues) : IParameterSink
{
    public long Size { readonly get; private set; }

    public int Count { readonly get; private set; }

    public void Boolean(bool? value) => Add(LiteralSizes.Boolean);

    public void SByte(sbyte? value) => Add(LiteralSizes.Integer);

    public void Byte(byte? value) => Add(LiteralSizes.Integer);

    public void Int16(short? value) => Add(LiteralSizes.Integer);

    public void UInt16(ushort? value) => Add(LiteralSizes.Integer);

    public void Int32(int? value) => Add(LiteralSizes.Integer);

    public void UInt32(uint? value) => Add(LiteralSizes.Integer);

    public void Int64(long? value) => Add(LiteralSizes.Integer);

    public void UInt64(ulong? value) => Add(LiteralSizes.Integer);

    public void Single(float? value) => Add(LiteralSizes.Single);

    public void Double(double? value) => Add(LiteralSizes.Double);

    public void Decimal(decimal? value) => Add(LiteralSizes.Decimal);

    public void DateTime(DateTime? value) => Add(LiteralSizes.Timestamp);

    public void DateTimeOffset(DateTimeOffset? value) => Add(LiteralSizes.Timestamp);

    public void DateOnly(DateOnly? value) => Add(LiteralSizes.Timestamp);

    public void TimeOnly(TimeOnly? value) => Add(LiteralSizes.Time);

    public void TimeSpan(TimeSpan? value) => Add(LiteralSizes.Time);

    public void Guid(Guid? value) => Add(LiteralSizes.Guid);

    public void Char(char? value) => Add(LiteralSizes.Char);

    public void MySqlDecimal(MySqlDecimal? value) => Add(LiteralSizes.MySqlDecimal);

    public void MySqlDateTime(MySqlDateTime? value) => Add(LiteralSizes.Timestamp);

    public void String(string? value)
    {
        if (value is null)
            Add(LiteralSizes.Null);
        else
            Add(looksAtValues ? LiteralSizes.SizeOf(value) : LiteralSizes.BoundOf(value));
    }

    public void Bytes(byte[]? value)
    {
        if (value is null)
            Add(LiteralSizes.Null);
        else
            AddBytes(value);
    }

    public void Memory(ReadOnlyMemory<byte>? value)
    {
        if (value is { } bytes)
            AddBytes(bytes.Span);
        else
            Add(LiteralSizes.Null);
    }

    public void Geometry(MySqlGeometry? value)
    {
        if (value is null)
            Add(LiteralSizes.Null);
        else
            Add(LiteralSizes.BoundOf(value.WKB) + LiteralSizes.Srid);
    }

    private void AddBytes(ReadOnlySpan<byte> value) => Add(looksAtValues ? LiteralSizes.SizeOf(value) : LiteralSizes.BoundOf(value));

    private void Add(long size)
    {
        Size += size;
        Count++;
    }
}
