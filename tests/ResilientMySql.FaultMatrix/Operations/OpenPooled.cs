using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.Statements;

namespace ResilientMySql.FaultMatrix.Operations;

/// <summary>Open finds a session in the pool.</summary>
internal sealed class OpenPooled : Operation
{
    // A session that came back a moment ago is lent without a look (docs/decisions/0015).
    private static readonly TimeSpan LongerThanItIsTrusted = TimeSpan.FromMilliseconds(150);

    public override string Name => "open";

    public override StatementEffects? Effects => null;

    public override Reach Reach => Reach.Pool;

    public override async Task ArmAsync(Cell cell)
    {
        await cell.Mode.OpenAsync(cell.Connection);
        await cell.Mode.CloseAsync(cell.Connection);
        await Task.Delay(LongerThanItIsTrusted);
    }

    public override Task RunAsync(Cell cell) => cell.Mode.OpenAsync(cell.Connection);
}
