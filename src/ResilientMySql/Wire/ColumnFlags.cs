namespace ResilientMySql.Wire;

/// <summary>What a column definition tells beside the type, as far as it changes how values are read.</summary>
[Flags]
internal enum ColumnFlags : ushort
{
    None = 0,
    NotNull = 0x0001,
    Unsigned = 0x0020,
    ZeroFill = 0x0040,
    Binary = 0x0080,
    Enum = 0x0100,
    Set = 0x0800,
}
