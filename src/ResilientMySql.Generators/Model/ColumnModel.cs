namespace ResilientMySql.Generators.Model;

/// <summary>A column and the member of the row that it fills; a scalar result has one column and no member.</summary>
internal sealed record ColumnModel(string? Member, ScalarModel Scalar);
