using ResilientMySql.FaultMatrix.Expectations;
using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.FaultMatrix.Operations;
using ResilientMySql.TestServers;

namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>Something that happens to all cells of a lane, each in the midst of its operation.</summary>
internal abstract class MatrixFault
{
    /// <summary>As in the table.</summary>
    public abstract string Name { get; }

    /// <summary>Its place in the table.</summary>
    public int Index => MatrixFaults.IndexOf(this);

    public abstract Meaning Meaning { get; }

    /// <summary>What it means to one operation, where that is something else.</summary>
    public virtual Meaning MeaningTo(Operation operation) => Meaning;

    /// <summary>What the server gets of a request whose answer is taken away.</summary>
    public virtual Delivery Delivery => Delivery.Nothing;

    public virtual Timeouts Timeouts => Faults.Timeouts.Patient;

    /// <summary>What statements carry along.</summary>
    public virtual string Note => "note";

    /// <summary>Whether a proxy is needed for it.</summary>
    public virtual bool NeedsProxy => false;

    /// <summary>Whether it strikes in the answer to a query rather than after its first row.</summary>
    public virtual bool StrikesInAnswer => false;

    /// <summary>Whether the slice has it on every transport.</summary>
    public virtual bool IsInEverySlice => false;

    /// <summary>Whether it exists there.</summary>
    public virtual bool Reaches(ServerEngine engine, Transport transport) => !NeedsProxy || transport is not Transport.UnixSocket;

    /// <summary>Whether that operation can be met by it there.</summary>
    public virtual bool Meets(Operation operation, Transport transport) => ExpectedOutcomes.Of(this, operation) is not OutcomeCodes.None;

    /// <summary>Before the cells are armed.</summary>
    public virtual Task PrepareAsync(Lane lane) => Task.CompletedTask;

    /// <summary>Strikes, and starts the calls of all cells, in the order that makes it this fault.</summary>
    public abstract Task CarryOutAsync(Lane lane, IReadOnlyList<Cell> cells);

    /// <summary>Takes back whatever it did to the server; called also where something failed before.</summary>
    public virtual Task HealAsync(Lane lane) => Task.CompletedTask;
}
