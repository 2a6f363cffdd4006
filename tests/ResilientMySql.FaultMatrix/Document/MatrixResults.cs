using System.Collections.Concurrent;
using ResilientMySql.FaultMatrix.Faults;
using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.TestServers;

namespace ResilientMySql.FaultMatrix.Document;

/// <summary>Collects what has become of the faults of all lanes; when the last one of a whole run is in, the document is written.</summary>
internal static class MatrixResults
{
    private static readonly ConcurrentDictionary<(ServerEngine Engine, Transport Transport, int Fault), FaultResult> Results = new();
    private static readonly DateTimeOffset Start = DateTimeOffset.UtcNow;

    private static int Expected { get; } = Enum.GetValues<ServerEngine>()
        .SelectMany(static engine => Enum.GetValues<Transport>().Select(transport => MatrixFaults.For(engine, transport).Count())).Sum();

    public static void Add(Lane lane, MatrixFault fault, IReadOnlyList<CellResult> cells, string? version)
    {
        bool isLast = Results.TryAdd((lane.Engine, lane.Transport, fault.Index), new FaultResult(lane.Engine, lane.Transport, fault, cells, version))
            && Results.Count == Expected;
        if (isLast && MatrixScope.IsWhole)
            MatrixDocument.Write([.. Results.Values], DateTimeOffset.UtcNow - Start);
    }
}
