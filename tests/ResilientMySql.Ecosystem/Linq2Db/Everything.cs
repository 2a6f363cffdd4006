using LinqToDB;
using LinqToDB.Mapping;

namespace ResilientMySql.Ecosystem.Linq2Db;

/// <summary>A property of each type that the provider reads in a way of its own.</summary>
[Table("everything")]
public sealed class Everything
{
    [PrimaryKey]
    public int Id { get; set; }

    [Column]
    public sbyte Tiny { get; set; }

    [Column]
    public uint Medium { get; set; }

    [Column]
    public ulong Big { get; set; }

    [Column(DataType = DataType.Decimal, Precision = 20, Scale = 4)]
    public decimal Price { get; set; }

    [Column]
    public Guid Key { get; set; }

    [Column(DataType = DataType.DateTime2, Precision = 6)]
    public DateTime At { get; set; }

    [Column(DataType = DataType.Date)]
    public DateOnly Day { get; set; }

    [Column(DataType = DataType.Time)]
    public TimeSpan Span { get; set; }

    [Column]
    public bool IsOn { get; set; }

    [Column(DataType = DataType.VarBinary, Length = 100)]
    public byte[] Bytes { get; set; } = [];

    [Column(Length = 100), Nullable]
    public string? Text { get; set; }
}
