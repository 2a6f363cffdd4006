namespace ResilientMySql.Generators.Model;

/// <summary>A member of a parameter's type that can be bound.</summary>
internal sealed record PropertyModel(string Name, ScalarModel Scalar);
