using Microsoft.CodeAnalysis;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Parsing;

/// <summary>A parameter that the SQL is to name; without a scalar, its type was reported.</summary>
internal sealed record MethodParameter(string Name, string Type, ScalarModel? Scalar, Location Location);
