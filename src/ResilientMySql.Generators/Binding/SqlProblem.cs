using Microsoft.CodeAnalysis;

namespace ResilientMySql.Generators.Binding;

/// <summary>Something wrong with a statement, or with its parameters.</summary>
/// <param name="Descriptor">What it is.</param>
/// <param name="Start">Where in the SQL it begins.</param>
/// <param name="Length">How much of the SQL it is; 0 for all of it.</param>
/// <param name="Parameter">The method's parameter that it is about; null where it is about the SQL.</param>
/// <param name="Arguments">What fills the message.</param>
internal sealed record SqlProblem(DiagnosticDescriptor Descriptor, int Start, int Length, string? Parameter, params object[] Arguments);
