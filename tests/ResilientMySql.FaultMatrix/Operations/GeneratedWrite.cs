using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.Statements;

namespace ResilientMySql.FaultMatrix.Operations;

/// <summary>A generated statement that writes, whose pool has a session on which it is prepared.</summary>
internal sealed class GeneratedWrite : Operation
{
    public override string Name => "gen-write";

    public override StatementEffects? Effects => StatementCache.Classify("INSERT INTO entry (tag, note) VALUES (?, ?)");

    public override Reach Reach => Reach.Pool;

    public override Halt Halt => Halt.AtLockedTable;

    public override bool IsGenerated => true;

    public override string? Table => "entry";

    public override int RowsOnSuccess => 1;

    public override Task ArmAsync(Cell cell) => AddAsync(cell, "prepares", "");

    public override Task RunAsync(Cell cell) => AddAsync(cell, cell.Tag, cell.Note);

    private static async Task AddAsync(Cell cell, string tag, string note) => Assert.Equal(1, cell.Mode is CallMode.Sync
        ? cell.Queries.Add(tag, note)
        : await cell.Queries.AddAsync(tag, note));
}
