using System.Runtime.CompilerServices;
using MySqlConnector;

namespace ResilientMySql.Queries;

/// <summary>Puts the arguments of a generated query into the driver's unnamed parameters, which are made once a session.</summary>
internal struct DriverParameterSink(MySqlParameterCollection parameters) : IParameterSink
{
    private int _next;

    /// <summary>How many arguments there were.</summary>
    public readonly int Count => _next;

    public void Boolean(bool? value) => Bind(value);

    public void SByte(sbyte? value) => Bind(value);

    public void Byte(byte? value) => Bind(value);

    public void Int16(short? value) => Bind(value);

    public void UInt16(ushort? value) => Bind(value);

    public void Int32(int? value) => Bind(value);

    public void UInt32(uint? value) => Bind(value);

    public void Int64(long? value) => Bind(value);

    public void UInt64(ulong? value) => Bind(value);

    public void Single(float? value) => Bind(value);

    public void Double(double? value) => Bind(value);

    public void Decimal(decimal? value) => Bind(value);

    public void DateTime(DateTime? value) => Bind(value);

    public void DateTimeOffset(DateTimeOffset? value) => Bind(value);

    public void DateOnly(DateOnly? value) => Bind(value);

    public void TimeOnly(TimeOnly? value) => Bind(value);

    public void TimeSpan(TimeSpan? value) => Bind(value);

    public void Guid(Guid? value) => Bind(value);

    public void Char(char? value) => Bind(value);

    public void String(string? value) => BindObject(value);

    public void Bytes(byte[]? value)
    {
        MySqlParameter parameter = Next();
        parameter.Value ??= Array.Empty<byte>();
        parameter.Value = value ?? (object)DBNull.Value;
    }

    public void Memory(ReadOnlyMemory<byte>? value) => Bind(value, MySqlDbType.Blob);

    public void Geometry(MySqlGeometry? value) => BindObject(value);

    public void MySqlDecimal(MySqlDecimal? value) => Bind(value, MySqlDbType.NewDecimal);

    public void MySqlDateTime(MySqlDateTime? value) => Bind(value, MySqlDbType.DateTime);

    private void Bind<T>(T? value)
        where T : struct
    {
        MySqlParameter parameter = Next();
        if (value is not { } given)
            BindNull<T>(parameter);
        else if (parameter.Value is T)
            Unsafe.Unbox<T>(parameter.Value) = given; // Its box is its own: nobody else has seen it.
        else
            parameter.Value = given;
    }

    /// <summary>The driver does not know by itself how it sends these types of its own, and takes memory for text.</summary>
    private void Bind<T>(T? value, MySqlDbType type)
        where T : struct
    {
        Bind(value);
        MySqlParameter parameter = parameters[_next - 1];
        if (parameter.MySqlDbType != type)
            parameter.MySqlDbType = type;
    }

    /// <summary>The driver sends a NULL as what the parameter was before, and would send one that comes first as text.</summary>
    private static void BindNull<T>(MySqlParameter parameter)
        where T : struct
    {
        parameter.Value ??= default(T);
        parameter.Value = DBNull.Value;
    }

    private void BindObject(object? value) => Next().Value = value ?? DBNull.Value;

    private MySqlParameter Next()
    {
        int next = _next++;
        return next < parameters.Count ? parameters[next] : parameters.Add(new MySqlParameter());
    }
}
