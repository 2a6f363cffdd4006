namespace ResilientMySql.Generators.Model;

/// <summary>A stored procedure that has OUT or INOUT arguments.</summary>
/// <param name="Name">As SQL has it.</param>
/// <param name="Arguments">In order.</param>
/// <param name="Row">What the OUT and INOUT arguments are read as.</param>
/// <param name="Targets">The method's own out and ref parameters, in order; empty where the method returns the row.</param>
internal sealed record ProcedureModel(string Name, EquatableArray<ProcedureArgumentModel> Arguments, RowModel Row, EquatableArray<string> Targets);
