using System.Diagnostics;
using static ResilientMySql.Gate.GateEvent;
using static ResilientMySql.Gate.GateState;

namespace ResilientMySql.Gate;

/// <summary>The gate's transitions. Pure; printed in docs/guarantees.md.</summary>
internal static class GateTable
{
    /// <summary>The state after the event; null where the event is refused and nothing changes.</summary>
    public static GateState? Next(GateState state, GateEvent happened) => (state, happened) switch
    {
        (Idle, CallStarts) => Calling,
        (_, CallStarts) => null,

        (Calling, CallEnds) => Idle,
        (Calling, CallEndsReading) => Reading,
        (_, CallEnds or CallEndsReading) => state,

        (Reading, ReaderCloses) => Idle,
        (_, ReaderCloses) => state,

        // A call that is still under way is cut off and must not go on.
        (Calling, LeaseEnds) => Retired,
        (_, LeaseEnds) => state,
        _ => throw new UnreachableException($"No row for {state} and {happened}."),
    };
}
