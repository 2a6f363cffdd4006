using MySqlConnector;

namespace ResilientMySql.Queries;

/// <summary>Holds a result set's columns against the members that they are about to fill.</summary>
internal static class ColumnCheck
{
    /// <summary>What a table's new or dropped column does to a statement that has worked before; names are not asked for again, at a price.</summary>
    /// <exception cref="InvalidOperationException">A column is missing or superfluous.</exception>
    public static void VerifyCount(MySqlDataReader reader, ReadOnlySpan<string> members, string sql)
    {
        if (!members.IsEmpty && reader.FieldCount != members.Length)
            throw new InvalidOperationException($"The statement returns {reader.FieldCount} columns, and its row type takes {members.Length}: {sql}");
    }

    /// <exception cref="InvalidOperationException">A column is missing, superfluous, or named like no member in its place.</exception>
    public static void Verify(MySqlDataReader reader, ReadOnlySpan<string> members, string sql)
    {
        VerifyCount(reader, members, sql);
        for (int ordinal = 0; ordinal < members.Length; ordinal++)
        {
            string column = reader.GetName(ordinal);
            if (!ColumnNames.Fit(column, members[ordinal]))
            {
                throw new InvalidOperationException(
                    $"Column {ordinal} is '{column}', and its row type expects '{members[ordinal]}' there. Reorder the select list, or name the column with AS: {sql}");
            }
        }
    }
}
