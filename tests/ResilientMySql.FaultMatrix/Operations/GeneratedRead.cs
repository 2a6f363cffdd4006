using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.Statements;

namespace ResilientMySql.FaultMatrix.Operations;

/// <summary>A generated query, whose pool has a session on which it is prepared.</summary>
internal sealed class GeneratedRead : Operation
{
    public override string Name => "gen-read";

    public override StatementEffects? Effects => StatementCache.Classify("SELECT COUNT(*) FROM entry WHERE tag = ? AND note <> ?");

    public override Reach Reach => Reach.Pool;

    public override Halt Halt => Halt.AtLockedTable;

    public override bool IsGenerated => true;

    public override Task ArmAsync(Cell cell) => CountAsync(cell, "x");

    public override Task RunAsync(Cell cell) => CountAsync(cell, cell.Note);

    private static async Task CountAsync(Cell cell, string note) => Assert.Equal(1, cell.Mode is CallMode.Sync
        ? cell.Queries.Count(MatrixSchema.Seed, note)
        : await cell.Queries.CountAsync(MatrixSchema.Seed, note));
}
