namespace ResilientMySql.Gate;

/// <summary>Lets one call at a time through to a session, and none while a reader is open.</summary>
internal sealed class SessionGate
{
    private int _state = (int)GateState.Idle;

    public GateState State => (GateState)Volatile.Read(ref _state);

    /// <summary>A call starts.</summary>
    /// <exception cref="InvalidOperationException">Another call is under way, or a reader is open.</exception>
    public void Enter()
    {
        int found = Interlocked.CompareExchange(ref _state, (int)GateState.Calling, (int)GateState.Idle);
        if (found == (int)GateState.Idle)
            return;

        throw new InvalidOperationException((GateState)found is GateState.Reading
            ? "A data reader is open on this connection: close it before running the next command, or use another connection."
            : "This connection is already executing a command: await it first, or use another connection. Connections are not thread-safe.");
    }

    /// <summary>The call has ended, with a reader for the caller or without.</summary>
    public void Leave(GateState next) => Volatile.Write(ref _state, (int)next);
}
