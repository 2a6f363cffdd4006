namespace ResilientMySql.Generators.Model;

/// <summary>What one of several result sets becomes: all of its rows, or the first.</summary>
internal sealed record SetModel(ResultShape Shape, RowModel Row);
