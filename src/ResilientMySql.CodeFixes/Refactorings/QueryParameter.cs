using Microsoft.CodeAnalysis;

namespace ResilientMySql.CodeFixes.Refactorings;

/// <summary>A value that a statement takes.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Type">The parameter's type, with its nullability.</param>
/// <param name="Argument">What the call passes, as it is written there.</param>
internal sealed record QueryParameter(string Name, ITypeSymbol Type, string Argument);
