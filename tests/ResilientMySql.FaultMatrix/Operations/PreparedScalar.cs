using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.Statements;

namespace ResilientMySql.FaultMatrix.Operations;

/// <summary>A command that was prepared before the fault.</summary>
internal sealed class PreparedScalar : Operation
{
    private const string Sql = $"SELECT COUNT(*) FROM entry WHERE tag = '{MatrixSchema.Seed}' AND note <> @note";

    public override string Name => "prepared";

    public override StatementEffects? Effects => StatementCache.Classify(Sql);

    public override Halt Halt => Halt.AtLockedTable;

    public override async Task ArmAsync(Cell cell)
    {
        await base.ArmAsync(cell);
        ResilientMySqlCommand command = cell.Connection.CreateCommand();
        command.CommandText = Sql;
        command.Parameters.AddWithValue("note", cell.Note);
        cell.Command = command;
        await cell.Mode.PrepareAsync(command);
    }

    public override async Task RunAsync(Cell cell) => Assert.Equal(1L, await cell.Mode.ScalarAsync(cell.Command!));
}
