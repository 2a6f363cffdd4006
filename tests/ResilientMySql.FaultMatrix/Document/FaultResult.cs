using ResilientMySql.FaultMatrix.Faults;
using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.TestServers;

namespace ResilientMySql.FaultMatrix.Document;

/// <summary>What became of one fault on one lane.</summary>
/// <param name="Engine">The lane's engine.</param>
/// <param name="Transport">The lane's transport.</param>
/// <param name="Fault">What struck.</param>
/// <param name="Cells">What it met; none where the run itself failed.</param>
/// <param name="Version">The server's version, where it has started.</param>
internal sealed record FaultResult(
    ServerEngine Engine, Transport Transport, MatrixFault Fault, IReadOnlyList<CellResult> Cells, string? Version);
