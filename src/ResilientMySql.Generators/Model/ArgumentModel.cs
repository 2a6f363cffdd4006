namespace ResilientMySql.Generators.Model;

/// <summary>A value that the statement carries: its type and name in the struct, and what the method passes for it.</summary>
internal sealed record ArgumentModel(string Type, string FieldName, string Value);
