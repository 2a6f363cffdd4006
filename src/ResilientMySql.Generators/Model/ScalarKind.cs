namespace ResilientMySql.Generators.Model;

/// <summary>The types that the runtime binds and reads, named like its methods on IParameterSink and IRow.</summary>
internal enum ScalarKind
{
    Boolean,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Single,
    Double,
    Decimal,
    DateTime,
    DateTimeOffset,
    DateOnly,
    TimeOnly,
    TimeSpan,
    Guid,
    String,
    Bytes,
    Utf8,
    Memory,
    Char,
    Geometry,
    MySqlDecimal,
    MySqlDateTime,
}
