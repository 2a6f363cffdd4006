namespace ResilientMySql.CodeFixes.Sql;

/// <summary>One item of a select list: where it is in the text, and its column's name where the text tells it.</summary>
/// <param name="Start">The offset of the first character.</param>
/// <param name="End">The offset behind the last one.</param>
/// <param name="Name">Null for an expression without an alias, and for a star.</param>
/// <param name="IsStar">Whether this is <c>*</c> or <c>t.*</c>.</param>
internal sealed record SelectItem(int Start, int End, string? Name, bool IsStar);
