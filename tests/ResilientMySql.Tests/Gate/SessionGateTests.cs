using ResilientMySql.Gate;

namespace ResilientMySql.Tests.Gate;

public sealed class SessionGateTests
{
    [Fact]
    public void CallUnderWay_SecondIsRefusedUntilTheFirstLeaves()
    {
        var gate = new SessionGate();
        gate.Enter();

        Assert.Contains("executing", Assert.Throws<InvalidOperationException>(gate.Enter).Message, StringComparison.Ordinal);
        gate.Move(GateEvent.CallEnds);
        gate.Enter();
    }

    [Fact]
    public void ReaderOpen_CallIsRefusedUntilItIsClosed()
    {
        var gate = new SessionGate();
        gate.Enter();
        gate.Move(GateEvent.CallEndsReading);

        Assert.Contains("reader", Assert.Throws<InvalidOperationException>(gate.Enter).Message, StringComparison.Ordinal);
        gate.Move(GateEvent.ReaderCloses);
        gate.Enter();
        Assert.Equal(GateState.Calling, gate.State);
    }

    [Fact]
    public void LeaseEndsDuringACall_NothingStartsOrGoesOn()
    {
        var gate = new SessionGate();
        Assert.Equal(GateState.Idle, gate.Move(GateEvent.LeaseEnds));
        gate.Enter();

        Assert.Equal(GateState.Calling, gate.Move(GateEvent.LeaseEnds));
        gate.Move(GateEvent.CallEnds);

        Assert.Equal(GateState.Retired, gate.State);
        Assert.Throws<InvalidOperationException>(gate.ThrowIfRetired);
        Assert.Throws<InvalidOperationException>(gate.Enter);
    }
}
