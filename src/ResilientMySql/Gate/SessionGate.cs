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
        if (TryMove(GateEvent.CallStarts, out GateState found))
            return;

        throw new InvalidOperationException(found switch
        {
            GateState.Reading => "A data reader is open on this connection: close it before running the next command, or use another connection.",
            GateState.Retired => RetiredMessage,
            _ => "This connection is already executing a command: await it first, or use another connection. Connections are not thread-safe.",
        });
    }

    /// <summary>The call, the reader or the lease ends; the state before.</summary>
    public GateState Move(GateEvent happened)
    {
        TryMove(happened, out GateState before);
        return before;
    }

    /// <exception cref="InvalidOperationException">The lease ended meanwhile.</exception>
    public void ThrowIfRetired()
    {
        if (State is GateState.Retired)
            throw Retired(null);
    }

    /// <summary>What the caller is told whose connection was closed under its call.</summary>
    public static InvalidOperationException Retired(Exception? innerException) => new(RetiredMessage, innerException);

    /// <summary>The one place where the state changes; false where the table refuses.</summary>
    private bool TryMove(GateEvent happened, out GateState before)
    {
        before = State;
        while (GateTable.Next(before, happened) is { } next)
        {
            var found = (GateState)Interlocked.CompareExchange(ref _state, (int)next, (int)before);
            if (found == before)
                return true;

            before = found;
        }

        return false;
    }
}
