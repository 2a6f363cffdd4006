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
        gate.Leave(GateState.Idle);
        gate.Enter();
    }

    [Fact]
    public void ReaderOpen_CallIsRefusedUntilItIsClosed()
    {
        var gate = new SessionGate();
        gate.Enter();
        gate.Leave(GateState.Reading);

        Assert.Contains("reader", Assert.Throws<InvalidOperationException>(gate.Enter).Message, StringComparison.Ordinal);
        gate.EndReading();
        gate.Enter();
        Assert.Equal(GateState.Calling, gate.State);
    }

    [Fact]
    public void LeaseEndsDuringACall_NothingStartsOrGoesOn()
    {
        var gate = new SessionGate();
        Assert.False(gate.RetireDuringCall());
        gate.Enter();

        Assert.True(gate.RetireDuringCall());
        gate.Leave(GateState.Idle);

        Assert.Equal(GateState.Retired, gate.State);
        Assert.Throws<InvalidOperationException>(gate.ThrowIfRetired);
        Assert.Throws<InvalidOperationException>(gate.Enter);
    }
}
