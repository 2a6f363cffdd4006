using System.ComponentModel;
using MySqlConnector;

namespace ResilientMySql.Queries;

/// <summary>
/// The row a generated query stands on. Ordinals are zero-based; a getter throws <see cref="InvalidCastException"/> where the
/// column is NULL, of another type, or out of range; the runner adds which column and which member that was.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public interface IRow
{
    /// <summary>Whether the column is NULL.</summary>
    bool IsNull(int ordinal);

    /// <summary>Reads BOOL, BIT(1) or any number that is not zero.</summary>
    bool Boolean(int ordinal);

    /// <summary>Reads TINYINT.</summary>
    sbyte SByte(int ordinal);

    /// <summary>Reads TINYINT UNSIGNED.</summary>
    byte Byte(int ordinal);

    /// <summary>Reads SMALLINT.</summary>
    short Int16(int ordinal);

    /// <summary>Reads SMALLINT UNSIGNED.</summary>
    ushort UInt16(int ordinal);

    /// <summary>Reads INT.</summary>
    int Int32(int ordinal);

    /// <summary>Reads INT UNSIGNED.</summary>
    uint UInt32(int ordinal);

    /// <summary>Reads BIGINT.</summary>
    long Int64(int ordinal);

    /// <summary>Reads BIGINT UNSIGNED.</summary>
    ulong UInt64(int ordinal);

    /// <summary>Reads FLOAT.</summary>
    float Single(int ordinal);

    /// <summary>Reads DOUBLE.</summary>
    double Double(int ordinal);

    /// <summary>Reads DECIMAL.</summary>
    decimal Decimal(int ordinal);

    /// <summary>Reads DATETIME or TIMESTAMP.</summary>
    DateTime DateTime(int ordinal);

    /// <summary>Reads DATETIME or TIMESTAMP, taken as UTC.</summary>
    DateTimeOffset DateTimeOffset(int ordinal);

    /// <summary>Reads DATE.</summary>
    DateOnly DateOnly(int ordinal);

    /// <summary>Reads TIME within one day.</summary>
    TimeOnly TimeOnly(int ordinal);

    /// <summary>Reads TIME.</summary>
    TimeSpan TimeSpan(int ordinal);

    /// <summary>Reads a GUID in the connection string's GuidFormat.</summary>
    Guid Guid(int ordinal);

    /// <summary>Reads CHAR(1): text of exactly one UTF-16 unit.</summary>
    char Char(int ordinal);

    /// <summary>Reads text of any character type.</summary>
    string String(int ordinal);

    /// <summary>Reads the bytes of a binary column.</summary>
    byte[] Bytes(int ordinal);

    /// <summary>
    /// Reads text of any character type as UTF-8, a DECIMAL as its digits, and binary columns as they are: the bytes where they were
    /// received, without a copy, which are valid until the next row is asked for. Where the row comes through the driver they are
    /// copied, and a GUID of CHAR(36) or CHAR(32) is in lower case.
    /// </summary>
    /// <exception cref="InvalidCastException">The column is NULL, or neither text nor bytes.</exception>
    ReadOnlySpan<byte> Utf8(int ordinal);

    /// <summary>Reads GEOMETRY and its kinds.</summary>
    MySqlGeometry Geometry(int ordinal);

    /// <summary>Reads DECIMAL of any precision.</summary>
    MySqlDecimal MySqlDecimal(int ordinal);

    /// <summary>Reads DATETIME or TIMESTAMP; zeros and other dates that are none only with AllowZeroDateTime.</summary>
    MySqlDateTime MySqlDateTime(int ordinal);
}
