namespace ResilientMySql.Gate;

/// <summary>Lets one call at a time through to a session, none while a reader is open, and none after its lease.</summary>
internal sealed class SessionGate
{
    private const string RetiredMessage = "The connection was closed while the command was running.";

    private int _state = (int)GateState.Idle;

    public GateState State => (GateState)Volatile.Read(ref _state);

    /// <summary>A call starts.</summary>
    /// <exception cref="InvalidOperationException">Another call is under way, a reader is open, or the lease has ended.</exception>
    public void Enter()
    {
        var found = (GateState)Interlocked.CompareExchange(ref _state, (int)GateState.Calling, (int)GateState.Idle);
        if (found is GateState.Idle)
            return;

        throw new InvalidOperationException(found switch
        {
            GateState.Reading => "A data reader is open on this connection: close it before running the next command, or use another connection.",
            GateState.Retired => RetiredMessage,
            _ => "This connection is already executing a command: await it first, or use another connection. Connections are not thread-safe.",
        });
    }

    /// <summary>The call has ended, with a reader for the caller or without.</summary>
    public void Leave(GateState next) => Interlocked.CompareExchange(ref _state, (int)next, (int)GateState.Calling);

    /// <summary>The reader was closed.</summary>
    public void EndReading() => Interlocked.CompareExchange(ref _state, (int)GateState.Idle, (int)GateState.Reading);

    /// <summary>The lease ends; a call that is still under way must not go on. True where there is one.</summary>
    public bool RetireDuringCall() =>
        Interlocked.CompareExchange(ref _state, (int)GateState.Retired, (int)GateState.Calling) == (int)GateState.Calling;

    /// <exception cref="InvalidOperationException">The lease ended meanwhile.</exception>
    public void ThrowIfRetired()
    {
        if (State is GateState.Retired)
            throw new InvalidOperationException(RetiredMessage);
    }
}
