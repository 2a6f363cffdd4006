using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.Failures;
using ResilientMySql.Statements;

namespace ResilientMySql.FaultMatrix.Operations;

/// <summary>Something that a program does with a connection, while a fault comes.</summary>
internal abstract class Operation
{
    /// <summary>As in the table.</summary>
    public abstract string Name { get; }

    /// <summary>Its place in the table.</summary>
    public int Index => MatrixOperations.IndexOf(this);

    /// <summary>What there is to lose.</summary>
    public virtual Situation Situation => Situation.Plain;

    /// <summary>What it does, as the classifier sees it; null where there is no statement.</summary>
    public abstract StatementEffects? Effects { get; }

    public virtual Reach Reach => Reach.OpenConnection;

    /// <summary>Whether there is no synchronous way to ask for it.</summary>
    public virtual bool IsAsyncOnly => false;

    public virtual Halt Halt => Halt.Never;

    /// <summary>Whether it is a generated statement, which goes through the driver or past it.</summary>
    public virtual bool IsGenerated => false;

    /// <summary>Where its row goes; null where it writes none.</summary>
    public virtual string? Table => null;

    /// <summary>How many rows there are when it has succeeded.</summary>
    public virtual int RowsOnSuccess => 0;

    /// <summary>Brings about what the call needs; by default an open connection.</summary>
    public virtual Task ArmAsync(Cell cell) => cell.Mode.OpenAsync(cell.Connection);

    /// <summary>The call.</summary>
    public abstract Task RunAsync(Cell cell);

    /// <summary>What its user does afterwards, also where the call failed: gives up what is open.</summary>
    public virtual async Task FinishAsync(Cell cell)
    {
        if (cell.Reader is not null)
            await cell.Mode.CloseAsync(cell.Reader);
        if (cell.Command is not null)
            await cell.Command.DisposeAsync();
        if (cell.Transaction is not null)
            await cell.Mode.DisposeAsync(cell.Transaction);
    }

    protected static string CountSql(Cell? cell) => $"SELECT COUNT(*) FROM entry WHERE tag = '{MatrixSchema.Seed}' AND note <> '{cell?.Note ?? "x"}'";

    protected static string InsertSql(string table, Cell? cell) => $"INSERT INTO {table} (tag, note) VALUES ('{cell?.Tag}', '{cell?.Note}')";
}
