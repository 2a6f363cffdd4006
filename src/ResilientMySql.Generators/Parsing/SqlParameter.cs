using Microsoft.CodeAnalysis;

namespace ResilientMySql.Generators.Parsing;

/// <summary>One occurrence of a parameter in SQL; the name is without its @.</summary>
internal sealed record SqlParameter(string Name, Location Location);
