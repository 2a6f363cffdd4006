using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.Statements;

namespace ResilientMySql.FaultMatrix.Operations;

/// <summary>A generated query of several rows, on an open connection on which it is prepared.</summary>
internal sealed class GeneratedList : Operation
{
    public override string Name => "gen-list";

    public override StatementEffects? Effects => StatementCache.Classify("SELECT note FROM entry WHERE tag = ? AND note <> ? ORDER BY id");

    public override Halt Halt => Halt.AtLockedTable;

    public override bool IsGenerated => true;

    public override async Task ArmAsync(Cell cell)
    {
        await base.ArmAsync(cell);
        await ListAsync(cell, "x");
    }

    public override Task RunAsync(Cell cell) => ListAsync(cell, cell.Note);

    private static async Task ListAsync(Cell cell, string note) => Assert.Equal(MatrixSchema.ListedNotes, cell.Mode is CallMode.Sync
        ? cell.Connection.ListNotes(MatrixSchema.Listed, note)
        : await cell.Connection.ListNotesAsync(MatrixSchema.Listed, note));
}
