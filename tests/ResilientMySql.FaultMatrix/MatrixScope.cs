using ResilientMySql.FaultMatrix.Faults;
using ResilientMySql.FaultMatrix.Operations;

namespace ResilientMySql.FaultMatrix;

/// <summary>How much of the matrix runs: all of it, or the slice that is quick enough for every change.</summary>
internal static class MatrixScope
{
    /// <summary>Whether the whole matrix runs.</summary>
    public static bool IsWhole { get; } = Environment.GetEnvironmentVariable("RESILIENTMYSQL_FULL") is "1";

    /// <summary>The slice has every fault over plain TCP, and on the other transports only what is different there.</summary>
    public static bool Includes(MatrixFault fault, Transport transport) =>
        IsWhole || transport is Transport.Plain || fault.IsInEverySlice;

    /// <summary>The slice calls each operation one way, and the other way under the next fault.</summary>
    public static IEnumerable<CallMode> ModesOf(MatrixFault fault, Operation operation) => (IsWhole, (fault.Index + operation.Index) % 2) switch
    {
        _ when operation.IsAsyncOnly => [CallMode.Async],
        (true, _) => [CallMode.Sync, CallMode.Async],
        (false, 0) => [CallMode.Sync],
        _ => [CallMode.Async],
    };

    /// <summary>Generated statements meet each fault through the driver and past it, in the slice too.</summary>
    public static IEnumerable<WireMode> WiresOf(Operation operation) => operation.IsGenerated ? Enum.GetValues<WireMode>() : [WireMode.Off];
}
