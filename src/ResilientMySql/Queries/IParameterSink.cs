using System.ComponentModel;
using MySqlConnector;

namespace ResilientMySql.Queries;

/// <summary>Where a generated statement puts its arguments, one call for each placeholder; <see langword="null"/> is SQL's NULL.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public interface IParameterSink
{
    /// <summary>Binds the next placeholder.</summary>
    void Boolean(bool? value);

    /// <summary>Binds the next placeholder.</summary>
    void SByte(sbyte? value);

    /// <summary>Binds the next placeholder.</summary>
    void Byte(byte? value);

    /// <summary>Binds the next placeholder.</summary>
    void Int16(short? value);

    /// <summary>Binds the next placeholder.</summary>
    void UInt16(ushort? value);

    /// <summary>Binds the next placeholder.</summary>
    void Int32(int? value);

    /// <summary>Binds the next placeholder.</summary>
    void UInt32(uint? value);

    /// <summary>Binds the next placeholder.</summary>
    void Int64(long? value);

    /// <summary>Binds the next placeholder.</summary>
    void UInt64(ulong? value);

    /// <summary>Binds the next placeholder.</summary>
    void Single(float? value);

    /// <summary>Binds the next placeholder.</summary>
    void Double(double? value);

    /// <summary>Binds the next placeholder.</summary>
    void Decimal(decimal? value);

    /// <summary>Binds the next placeholder.</summary>
    void DateTime(DateTime? value);

    /// <summary>Binds the next placeholder.</summary>
    void DateTimeOffset(DateTimeOffset? value);

    /// <summary>Binds the next placeholder.</summary>
    void DateOnly(DateOnly? value);

    /// <summary>Binds the next placeholder.</summary>
    void TimeOnly(TimeOnly? value);

    /// <summary>Binds the next placeholder.</summary>
    void TimeSpan(TimeSpan? value);

    /// <summary>Binds the next placeholder.</summary>
    void Guid(Guid? value);

    /// <summary>Binds the next placeholder to a text of one UTF-16 unit, which must not be half of a surrogate pair.</summary>
    void Char(char? value);

    /// <summary>Binds the next placeholder to text.</summary>
    void String(string? value);

    /// <summary>Binds the next placeholder to bytes.</summary>
    void Bytes(byte[]? value);

    /// <summary>Binds the next placeholder to bytes, which must not change while the call runs.</summary>
    void Memory(ReadOnlyMemory<byte>? value);

    /// <summary>Binds the next placeholder.</summary>
    void Geometry(MySqlGeometry? value);

    /// <summary>Binds the next placeholder.</summary>
    void MySqlDecimal(MySqlDecimal? value);

    /// <summary>Binds the next placeholder.</summary>
    void MySqlDateTime(MySqlDateTime? value);
}
