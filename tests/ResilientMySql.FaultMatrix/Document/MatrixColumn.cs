using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.FaultMatrix.Operations;

namespace ResilientMySql.FaultMatrix.Document;

/// <summary>A column of the document: an operation, and where it goes through the driver or past it, one of the two.</summary>
internal readonly record struct MatrixColumn(Operation Operation, WireMode Wire)
{
    public static IEnumerable<MatrixColumn> All =>
        from operation in MatrixOperations.All
        from wire in MatrixScope.WiresOf(operation).OrderByDescending(static wire => wire is WireMode.Off)
        select new MatrixColumn(operation, wire);

    public string Name => Wire is WireMode.Auto ? $"{Operation.Name} wire" : Operation.Name;

    public bool Has(CellResult cell) => cell.Operation == Operation && cell.Wire == Wire;
}
