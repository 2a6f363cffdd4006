namespace ResilientMySql.Generators.Findings.Reading;

/// <summary>One item of a select list.</summary>
/// <param name="Range">The item with its alias.</param>
/// <param name="Expression">The item without its alias.</param>
/// <param name="Name">What the server calls the column; null where that is not certain.</param>
/// <param name="IsStar">Whether it stands for all columns: <c>*</c>, <c>t.*</c>.</param>
internal sealed record SelectColumn(TokenRange Range, TokenRange Expression, string? Name, bool IsStar);
