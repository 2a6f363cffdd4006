namespace ResilientMySql.Generators.Model;

/// <summary>A type that one value of SQL maps to; <see cref="EnumType"/> is cast from or to its underlying number.</summary>
internal sealed record ScalarModel(ScalarKind Kind, bool IsNullable, string? EnumType);
