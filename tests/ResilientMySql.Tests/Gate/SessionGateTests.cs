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
        gate.Leave(GateState.Idle);
        gate.Enter();
        Assert.Equal(GateState.Calling, gate.State);
    }
}
