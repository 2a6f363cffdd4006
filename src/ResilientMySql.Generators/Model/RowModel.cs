namespace ResilientMySql.Generators.Model;

/// <summary>What one row of the result set is read as.</summary>
internal sealed record RowModel(string Type, EquatableArray<ColumnModel> Columns);
