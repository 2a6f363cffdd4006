namespace ResilientMySql.Microbenchmarks.Shapes;

/// <summary>A row.</summary>
internal sealed record Item(int Id, string Name);
