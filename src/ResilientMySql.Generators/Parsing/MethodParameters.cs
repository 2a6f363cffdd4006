using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Parsing;

/// <summary>A method's parameters: those for the SQL, and the names of its cancellation token and of its time limit.</summary>
internal sealed record MethodParameters(List<ParameterModel> Bound, string? CancellationToken, string? Timeout);
