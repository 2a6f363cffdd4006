using ResilientMySql.FaultMatrix.Expectations;
using ResilientMySql.FaultMatrix.Faults;
using ResilientMySql.FaultMatrix.Operations;

namespace ResilientMySql.FaultMatrix.Lanes;

/// <summary>What became of a cell.</summary>
/// <param name="Lane">Engine and transport, for the reader of a failure.</param>
/// <param name="Fault">What it met.</param>
/// <param name="Operation">What it did.</param>
/// <param name="Mode">How it called.</param>
/// <param name="Wire">Whether its generated statements went past the driver.</param>
/// <param name="Outcome">How the call ended.</param>
/// <param name="Rows">How many rows of it the server has; null where it writes none.</param>
/// <param name="Failure">What is wrong with that; null for nothing.</param>
internal sealed record CellResult(
    string Lane, MatrixFault Fault, Operation Operation, CallMode Mode, WireMode Wire, CellOutcome Outcome, long? Rows, string? Failure)
{
    public override string ToString() => $"{Lane}: {Fault.Name} × {Operation.Name}, {Mode}, Wire={Wire}: {Failure ?? "as expected"} ({Outcome.Code}, rows: {Rows?.ToString(null, null) ?? "–"})\n    {Outcome.Detail}";
}
