using ResilientMySql.Wire;

namespace ResilientMySql.Tests.Wire;

public sealed class RowLayoutTests
{
    [Fact]
    public void Nulls_AreFoundByTheirBits()
    {
        // The bits begin with the third: six columns fit into the first byte, the seventh is the first of the second.
        for (int count = 1; count < 20; count++)
        {
            for (int isNull = 0; isNull < count; isNull++)
            {
                byte[]?[] values = [.. Enumerable.Range(0, count).Select(column => column == isNull ? null : new[] { (byte)column })];
                WireRow row = WireRows.Of([.. Enumerable.Repeat(Payloads.Definition("n", ColumnType.Tiny), count)], Payloads.Row(values));

                for (int column = 0; column < count; column++)
                {
                    Assert.Equal(column == isNull, row.IsNull(column));
                    if (column != isNull)
                        Assert.Equal(column, row.Int32(column));
                }
            }
        }
    }

    public static TheoryData<byte, string> Lies => new()
    {
        { (byte)ColumnType.Long, "010203" },
        { (byte)ColumnType.Long, "0102030405" },
        { (byte)ColumnType.Tiny, "" },
        { (byte)ColumnType.VarString, "" },
        { (byte)ColumnType.VarString, "0261" },
        { (byte)ColumnType.VarString, "026161FF" },
        { (byte)ColumnType.VarString, "FB" },
        { (byte)ColumnType.VarString, "FF" },
        { (byte)ColumnType.VarString, "FC" },
        { (byte)ColumnType.VarString, "FEFFFFFFFFFFFFFFFF" },
        { (byte)ColumnType.VarString, "FE0000000001000000" },
        { (byte)ColumnType.Date, "" },
        { (byte)ColumnType.Date, "0104" },
        { (byte)ColumnType.Date, "05DA070A1100" },
        { (byte)ColumnType.Date, "07DA070A11" },
        { (byte)ColumnType.DateTime, "08DA070A11131B1E00" },
        { (byte)ColumnType.Time, "04DA070A11" },
        { (byte)ColumnType.Time, "0B0178000000131B1E010000" },
    };

    [Theory]
    [MemberData(nameof(Lies))]
    public void LyingLength_IsRefused(byte type, string hex) =>
        Assert.Throws<WireProtocolException>(() => WireRows.Of(Payloads.Definition("c", (ColumnType)type, length: 255, collation: Payloads.Utf8Mb4), Convert.FromHexString(hex)));

    [Fact]
    public void RowWithoutItsBitmap_IsRefused() =>
        Assert.Throws<WireProtocolException>(() => WireRows.Of([.. Enumerable.Repeat(Payloads.Definition("c", ColumnType.Null), 7)], [0x00, 0xFF]));

    [Fact]
    public void RowOfAnUnknownType_IsRefused() =>
        Assert.Throws<WireProtocolException>(() => WireRows.Of(Payloads.Definition("c", (ColumnType)18), [0x00]));

    [Fact]
    public void ClearedLayout_HoldsNoRow()
    {
        var layout = new RowLayout();
        layout.Describe([ColumnDefinition.Parse(Payloads.Definition("id", ColumnType.Long), default)]);
        byte[] bytes = Payloads.Row([1, 0, 0, 0]);
        layout.Read(bytes, new PayloadRange(0, bytes.Length));

        layout.Clear();

        Assert.True(new WireRow(layout).IsNull(0));
    }
}
