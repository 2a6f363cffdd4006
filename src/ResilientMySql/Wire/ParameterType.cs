namespace ResilientMySql.Wire;

/// <summary>
/// The type of an argument in COM_STMT_EXECUTE: the field's type, and 0x8000 where it is unsigned. Source: MySQL Internals,
/// "COM_STMT_EXECUTE", "Column Type".
/// </summary>
internal enum ParameterType : ushort
{
    Tiny = 0x01,
    Short = 0x02,
    Long = 0x03,
    Float = 0x04,
    Double = 0x05,
    LongLong = 0x08,
    Date = 0x0A,
    Time = 0x0B,
    DateTime = 0x0C,
    NewDecimal = 0xF6,
    Blob = 0xFC,
    VarString = 0xFD,
    String = 0xFE,
    UnsignedTiny = 0x8000 | Tiny,
    UnsignedShort = 0x8000 | Short,
    UnsignedLong = 0x8000 | Long,
    UnsignedLongLong = 0x8000 | LongLong,
}
