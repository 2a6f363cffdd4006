namespace ResilientMySql.Generators.Model;

/// <summary>What a method's statement runs on.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Expression">Reaches it from inside the method.</param>
internal sealed record HostModel(HostKind Kind, string Expression);
