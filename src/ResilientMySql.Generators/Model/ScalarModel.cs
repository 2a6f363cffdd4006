namespace ResilientMySql.Generators.Model;

/// <summary>A type that one value of SQL maps to, perhaps by way of a conversion.</summary>
internal sealed record ScalarModel(ScalarKind Kind, bool IsNullable, ConversionModel? Conversion = null);
