using MySqlConnector;

namespace ResilientMySql.Queries;

/// <summary>Puts the arguments of a generated query into the driver's unnamed parameters, which are made once a session.</summary>
internal struct DriverParameterSink(MySqlParameterCollection parameters) : IParameterSink
{
    private int _next;

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

    public void String(string? value) => Bind(value);

    public void Bytes(byte[]? value) => Bind(value);

    private void Bind(object? value)
    {
        MySqlParameter parameter = _next < parameters.Count ? parameters[_next] : parameters.Add(new MySqlParameter());
        parameter.Value = value ?? DBNull.Value;
        _next++;
    }
}
