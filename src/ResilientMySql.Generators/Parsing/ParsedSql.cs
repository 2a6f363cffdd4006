namespace ResilientMySql.Generators.Parsing;

/// <summary>A statement as written, as sent, and its parameters in order.</summary>
internal sealed record ParsedSql(string Text, string CommandText, List<SqlParameter> Parameters);
