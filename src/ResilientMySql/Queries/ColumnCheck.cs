using MySqlConnector;

namespace ResilientMySql.Queries;

/// <summary>Holds a result set's columns against the members that they are about to fill.</summary>
internal static class ColumnCheck
{
    /// <param name="reader">Stands on the result set.</param>
    /// <param name="members">The member that each column fills; empty where nothing is known of the columns.</param>
    /// <param name="sql">The statement, for messages.</param>
    /// <param name="isNew">
    /// Whether names are compared too, at a price. A statement that has worked before is only asked how many columns there are,
    /// which a table may have got or lost since.
    /// </param>
    /// <exception cref="InvalidOperationException">A column is missing, superfluous, or named like no member in its place.</exception>
    public static void Hold(MySqlDataReader reader, ReadOnlySpan<string> members, string sql, bool isNew)
    {
        if (!members.IsEmpty && reader.FieldCount != members.Length)
            throw new InvalidOperationException($"The statement returns {reader.FieldCount} columns, and its row type takes {members.Length}: {sql}");

        if (isNew)
            CompareNames(reader, members, sql);
    }

    private static void CompareNames(MySqlDataReader reader, ReadOnlySpan<string> members, string sql)
    {
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
