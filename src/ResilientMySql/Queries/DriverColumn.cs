using MySqlConnector;

namespace ResilientMySql.Queries;

/// <summary>Describes a column of the driver's reader.</summary>
internal static class DriverColumn
{
    public static UnreadColumn Describe(MySqlDataReader reader, int ordinal) => (uint)ordinal < (uint)reader.FieldCount
        ? new UnreadColumn(ordinal, reader.FieldCount, NameOf(reader, ordinal), TypeOf(reader, ordinal), reader.IsDBNull(ordinal))
        : UnreadColumn.Beyond(ordinal, reader.FieldCount);

    /// <summary>
    /// Where MariaDB leaves out definitions that it has sent before, the driver reads names from bytes that may be others by now.
    /// </summary>
    private static string NameOf(MySqlDataReader reader, int ordinal)
    {
        try
        {
            return reader.GetName(ordinal);
        }
        catch (Exception exception) when (exception is not MySqlException)
        {
            return "?";
        }
    }

    private static string TypeOf(MySqlDataReader reader, int ordinal)
    {
        string name = reader.GetDataTypeName(ordinal);
        bool isUnsigned = name != "BIT" && Type.GetTypeCode(reader.GetFieldType(ordinal)) is TypeCode.Byte or TypeCode.UInt16 or TypeCode.UInt32 or TypeCode.UInt64;
        return isUnsigned && !name.Contains("UNSIGNED", StringComparison.Ordinal) ? name + " UNSIGNED" : name;
    }
}
