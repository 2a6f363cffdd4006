using System.Globalization;
using MySqlConnector;

namespace ResilientMySql.Queries;

/// <summary>Says of a column that could not be read which it is, what it is, and what was wanted of it. Never its value.</summary>
internal static class ColumnError
{
    /// <summary>What a whole number's getter says of a decimal that is none.</summary>
    public const string HasFraction = "its value has a fraction, which a whole number would lose.";

    public static InvalidCastException Explain(
        MySqlDataReader reader, int ordinal, Type wanted, ReadOnlySpan<string> members, Exception cause)
    {
        string target = (uint)ordinal < (uint)members.Length ? $"{wanted} of the member {members[ordinal]}" : wanted.ToString();
        string message = (uint)ordinal >= (uint)reader.FieldCount
            ? $"There is no column {Text(ordinal)} for {target}: the statement returns {Text(reader.FieldCount)}."
            : $"Column {Text(ordinal)} '{reader.GetName(ordinal)}' ({TypeOf(reader, ordinal)}) cannot be read as {target}: {Reason(reader, ordinal, cause)}";
        return new InvalidCastException(message, cause);
    }

    private static string Reason(MySqlDataReader reader, int ordinal, Exception cause) => (reader.IsDBNull(ordinal), cause) switch
    {
        (true, _) => "it is NULL. Make the type nullable if that is to be expected.",
        (_, OverflowException) => "its value is out of range.",
        (_, { Message: HasFraction }) => HasFraction,
        _ => "its value is none of that type.",
    };

    private static string TypeOf(MySqlDataReader reader, int ordinal)
    {
        string name = reader.GetDataTypeName(ordinal);
        bool isUnsigned = name != "BIT" && Type.GetTypeCode(reader.GetFieldType(ordinal)) is TypeCode.Byte or TypeCode.UInt16 or TypeCode.UInt32 or TypeCode.UInt64;
        return isUnsigned && !name.Contains("UNSIGNED", StringComparison.Ordinal) ? name + " UNSIGNED" : name;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
