using ResilientMySql.Gate;

namespace ResilientMySql.Tests.Gate;

public sealed class GateTableTests
{
    /// <summary>Every pair there is; derived from what a connection promises, not from the table.</summary>
    [Fact]
    public void WholeCrossProduct_KeepsThePromises()
    {
        foreach (GateState state in Enum.GetValues<GateState>())
        {
            foreach (GateEvent happened in Enum.GetValues<GateEvent>())
            {
                GateState? next = GateTable.Next(state, happened);

                // Only a start can be refused, and it is unless nothing else is going on.
                Assert.Equal(happened is GateEvent.CallStarts && state is not GateState.Idle, next is null);

                // What was retired stays so.
                if (state is GateState.Retired)
                    Assert.True(next is null or GateState.Retired);

                // A session is retired by the end of its lease during a call, and by nothing else.
                if (next is GateState.Retired && state is not GateState.Retired)
                    Assert.Equal((GateState.Calling, GateEvent.LeaseEnds), (state, happened));
            }
        }
    }
}
