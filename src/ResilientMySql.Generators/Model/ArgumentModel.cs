namespace ResilientMySql.Generators.Model;

/// <summary>A method parameter that the statement carries: its name in the method and the one in the struct.</summary>
internal sealed record ArgumentModel(string Type, string Name, string FieldName);
