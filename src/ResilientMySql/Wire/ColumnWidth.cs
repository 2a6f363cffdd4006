namespace ResilientMySql.Wire;

/// <summary>How the length of a value in a binary row is known, where it is not the same for all values of its type.</summary>
internal static class ColumnWidth
{
    /// <summary>The value tells its length first.</summary>
    public const sbyte LengthEncoded = 0;

    /// <summary>0, 4, 7 or 11 bytes, which one byte before them tells.</summary>
    public const sbyte Date = -1;

    /// <summary>0, 8 or 12 bytes, which one byte before them tells.</summary>
    public const sbyte Time = -2;

    /// <summary>The type is none that is known, so nobody can tell where its values end.</summary>
    public const sbyte Unknown = -3;
}
