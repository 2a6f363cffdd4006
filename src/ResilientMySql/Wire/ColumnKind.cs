namespace ResilientMySql.Wire;

/// <summary>What a column's values are read as: the driver's choice under default options, one for each of its column readers.</summary>
internal enum ColumnKind : byte
{
    /// <summary>No reader exists: statements that return such a column take the driver's path.</summary>
    Unknown,
    Boolean,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Year,
    Bit,
    Single,
    Double,
    Decimal,
    DateTime,
    Time,
    Text,
    Bytes,
    Geometry,
    Vector,
    GuidChar36,
    GuidChar32,
    GuidBinary16,
    GuidTimeSwapBinary16,
    GuidLittleEndianBinary16,
    Null,
}
