namespace ResilientMySql.Benchmarks.Servers;

/// <summary>A city whose name no other one has, and the number that a request for it has to bring.</summary>
internal readonly record struct City(string Name, int Id);
