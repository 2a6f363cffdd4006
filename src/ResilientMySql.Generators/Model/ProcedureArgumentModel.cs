namespace ResilientMySql.Generators.Model;

/// <summary>An argument of a stored procedure, and what it is read as on its way out; null where it does not come out.</summary>
internal sealed record ProcedureArgumentModel(ArgumentDirection Direction, ScalarKind? Value);
