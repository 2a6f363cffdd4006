using MySqlConnector;
using ResilientMySql.Wire;

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
            throw WrongCount(reader.FieldCount, members.Length, sql);

        if (isNew)
            CompareNames(reader, members, sql);
    }

    /// <inheritdoc cref="Hold(MySqlDataReader, ReadOnlySpan{string}, string, bool)"/>
    public static void Hold(ColumnDefinition[] columns, ReadOnlySpan<string> members, string sql, bool isNew)
    {
        if (!members.IsEmpty && columns.Length != members.Length)
            throw WrongCount(columns.Length, members.Length, sql);

        for (int ordinal = 0; isNew && ordinal < members.Length; ordinal++)
        {
            if (!ColumnNames.Fit(columns[ordinal].Name, members[ordinal]))
                throw WrongName(ordinal, columns[ordinal].Name, members[ordinal], sql);
        }
    }

    private static void CompareNames(MySqlDataReader reader, ReadOnlySpan<string> members, string sql)
    {
        for (int ordinal = 0; ordinal < members.Length; ordinal++)
        {
            string column = reader.GetName(ordinal);
            if (!ColumnNames.Fit(column, members[ordinal]))
                throw WrongName(ordinal, column, members[ordinal], sql);
        }
    }

    private static InvalidOperationException WrongCount(int columns, int members, string sql) =>
        new($"The statement returns {columns} columns, and its row type takes {members}: {sql}");

    private static InvalidOperationException WrongName(int ordinal, string column, string member, string sql) =>
        new($"Column {ordinal} is '{column}', and its row type expects '{member}' there. Reorder the select list, or name the column with AS: {sql}");
}
