using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries;

/// <summary>Binds an argument of each type.</summary>
internal readonly struct InsertEveryValue(EveryValue value) : IStatement
{
    public const string Table = """
        CREATE TABLE every_value (
            id INT AUTO_INCREMENT PRIMARY KEY,
            `flag` BOOL NULL,
            `tiny` TINYINT NULL,
            `unsigned_tiny` TINYINT UNSIGNED NULL,
            `small` SMALLINT NULL,
            `unsigned_small` SMALLINT UNSIGNED NULL,
            `normal` INT NULL,
            `unsigned_normal` INT UNSIGNED NULL,
            `big` BIGINT NULL,
            `unsigned_big` BIGINT UNSIGNED NULL,
            `ratio` FLOAT NULL,
            `long_ratio` DOUBLE NULL,
            `price` DECIMAL(38, 10) NULL,
            `at` DATETIME(6) NULL,
            `moment` DATETIME(6) NULL,
            `day` DATE NULL,
            `clock` TIME(6) NULL,
            `span` TIME(6) NULL,
            `key` CHAR(36) NULL,
            `letter` CHAR(1) NULL,
            `text` TEXT NULL,
            `bytes` BLOB NULL,
            `memory` BLOB NULL,
            `place` GEOMETRY NULL,
            `amount` DECIMAL(65, 0) NULL,
            `date` DATETIME(6) NULL)
        """;

    public static string CommandText => """
        INSERT INTO every_value (
            `flag`, `tiny`, `unsigned_tiny`, `small`, `unsigned_small`, `normal`, `unsigned_normal`, `big`, `unsigned_big`,
            `ratio`, `long_ratio`, `price`, `at`, `moment`, `day`, `clock`, `span`, `key`,
            `letter`, `text`, `bytes`, `memory`, `place`, `amount`, `date`)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
        sink.Boolean(value.Flag);
        sink.SByte(value.Tiny);
        sink.Byte(value.UnsignedTiny);
        sink.Int16(value.Small);
        sink.UInt16(value.UnsignedSmall);
        sink.Int32(value.Normal);
        sink.UInt32(value.UnsignedNormal);
        sink.Int64(value.Big);
        sink.UInt64(value.UnsignedBig);
        sink.Single(value.Ratio);
        sink.Double(value.LongRatio);
        sink.Decimal(value.Price);
        sink.DateTime(value.At);
        sink.DateTimeOffset(value.Moment);
        sink.DateOnly(value.Day);
        sink.TimeOnly(value.Clock);
        sink.TimeSpan(value.Span);
        sink.Guid(value.Key);
        sink.Char(value.Letter);
        sink.String(value.Text);
        sink.Bytes(value.Bytes);
        sink.Memory(value.Memory is { } memory ? new ReadOnlyMemory<byte>(memory) : (ReadOnlyMemory<byte>?)null);
        sink.Geometry(value.Place);
        sink.MySqlDecimal(value.Amount);
        sink.MySqlDateTime(value.Date);
    }
}
