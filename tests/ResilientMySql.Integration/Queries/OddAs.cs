using MySqlConnector;
using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries;

/// <summary>Reads the view's first column, whatever it is, as <typeparamref name="T"/>.</summary>
internal readonly struct OddAs<T> : IQuery<T>
{
    public static string CommandText => "SELECT * FROM odd";

    public static T Read<TRow>(ref TRow row)
        where TRow : struct, IRow => (T)Get(ref row);

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
    }

    private static object Get<TRow>(ref TRow row)
        where TRow : struct, IRow => Type.GetTypeCode(typeof(T)) switch
        {
            TypeCode.Boolean => row.Boolean(0),
            TypeCode.SByte => row.SByte(0),
            TypeCode.Byte => row.Byte(0),
            TypeCode.Int16 => row.Int16(0),
            TypeCode.UInt16 => row.UInt16(0),
            TypeCode.Int32 => row.Int32(0),
            TypeCode.UInt32 => row.UInt32(0),
            TypeCode.Int64 => row.Int64(0),
            TypeCode.UInt64 => row.UInt64(0),
            TypeCode.Single => row.Single(0),
            TypeCode.Decimal => row.Decimal(0),
            TypeCode.DateTime => row.DateTime(0),
            TypeCode.Char => row.Char(0),
            TypeCode.String => row.String(0),
            _ when typeof(T) == typeof(Guid) => row.Guid(0),
            _ when typeof(T) == typeof(MySqlGeometry) => row.Geometry(0),
            _ when typeof(T) == typeof(TimeOnly) => row.TimeOnly(0),
            _ => throw new NotSupportedException($"No test reads {typeof(T)}."),
        };
}
