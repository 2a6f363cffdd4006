using System.Globalization;

namespace ResilientMySql.Queries;

/// <summary>Says of a column that could not be read which it is, what it is, and what was wanted of it. Never its value.</summary>
internal static class ColumnError
{
    /// <summary>What a whole number's getter says of a decimal that is none.</summary>
    public const string HasFraction = "its value has a fraction, which a whole number would lose.";

    public static InvalidCastException Explain(in UnreadColumn column, Type wanted, ReadOnlySpan<string> members, Exception cause)
    {
        string target = (uint)column.Ordinal < (uint)members.Length ? $"{wanted} of the member {members[column.Ordinal]}" : wanted.ToString();
        string message = (uint)column.Ordinal >= (uint)column.ColumnCount
            ? $"There is no column {Text(column.Ordinal)} for {target}: the statement returns {Text(column.ColumnCount)}."
            : $"Column {Text(column.Ordinal)} '{column.Name}' ({column.Type}) cannot be read as {target}: {Reason(column, cause)}";
        return new InvalidCastException(message, cause);
    }

    private static string Reason(in UnreadColumn column, Exception cause) => (column.IsNull, cause) switch
    {
        (true, _) => "it is NULL. Make the type nullable if that is to be expected.",
        (_, OverflowException) => "its value is out of range.",
        (_, { Message: HasFraction }) => HasFraction,
        _ => "its value is none of that type.",
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
