namespace ResilientMySql.FaultMatrix.Operations;

/// <summary>The columns of the matrix.</summary>
internal static class MatrixOperations
{
    public static readonly IReadOnlyList<Operation> All =
    [
        new OpenPooled(),
        new OpenNew(),
        new Scalar(),
        new Insert(),
        new FirstRow(),
        new MidRead(),
        new PreparedScalar(),
        new GeneratedRead(),
        new GeneratedWrite(),
        new GeneratedList(),
        new GeneratedInTransaction(),
        new Begin(),
        new StatementInTransaction(),
        new Commit(),
        new Rollback(),
        new DisposeTransaction(),
        new Close(),
        new CloseInTransaction(),
        new ChangeDatabase(),
        new Ping(),
        new ResetConnection(),
        new Batch(),
        new Savepoint(),
        new Schema(),
    ];

    public static int IndexOf(Operation operation) => All.ToList().IndexOf(operation);

    public static Operation Find(string name) => All.Single(operation => operation.Name == name);
}
