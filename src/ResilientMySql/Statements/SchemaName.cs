namespace ResilientMySql.Statements;

/// <summary>The name in <c>USE name</c>.</summary>
internal static class SchemaName
{
    public static string Read(string useStatement)
    {
        var cursor = new TokenCursor(useStatement);
        while (cursor.Kind is SqlTokenKind.Semicolon)
            cursor.MoveNext();

        cursor.MoveNext();
        ReadOnlySpan<char> name = cursor.Text;
        return cursor.Kind switch
        {
            SqlTokenKind.QuotedIdentifier => name[1..^1].ToString().Replace("``", "`", StringComparison.Ordinal),
            SqlTokenKind.DoubleQuoted => name[1..^1].ToString().Replace("\"\"", "\"", StringComparison.Ordinal),
            _ => name.ToString(),
        };
    }
}
