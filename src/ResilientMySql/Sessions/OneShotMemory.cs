using ResilientMySql.Statements;

namespace ResilientMySql.Sessions;

/// <summary>What a session remembers of its last statements, by whose statements they were. Pure.</summary>
internal sealed class OneShotMemory
{
    private const OneShotState All = OneShotState.LastStatement | OneShotState.FoundRows | OneShotState.InsertId;

    private OneShotState _own;

    /// <summary>What is there of an earlier lease: its user must not see it.</summary>
    public OneShotState Foreign { get; private set; }

    /// <summary>What this lease has made, and what died with its session: nobody can answer for it any more.</summary>
    public OneShotState Lost { get; private set; }

    /// <summary>Whether a statement that asks for <paramref name="needs"/> would be answered with something else.</summary>
    public bool CannotAnswer(OneShotState needs) => (needs & Lost) is not OneShotState.None || WouldWipeOut(needs);

    public void NoteCompleted(StatementEffects effects)
    {
        if (effects.Kind is StatementKind.Opaque)
        {
            // It may have made any of it.
            Foreign = OneShotState.None;
            Lost &= ~OneShotState.LastStatement;
            _own = All;
            return;
        }

        NoteMade(effects.Makes | OneShotState.LastStatement);
    }

    /// <summary>A statement failed, and left its errors and warnings.</summary>
    public void NoteFailed() => NoteMade(OneShotState.LastStatement);

    /// <summary>What was foreign was overwritten with nothing.</summary>
    public void NoteNeutralized(OneShotState needs) => Foreign &= ~(needs | OneShotState.LastStatement);

    /// <summary>A new physical connection, which remembers nothing.</summary>
    public void NoteNewConnection()
    {
        Lost |= _own;
        _own = Foreign = OneShotState.None;
    }

    /// <summary>The server has forgotten all of it, and was asked since what it is asked on a session just opened.</summary>
    public void NoteReset() => _own = Foreign = Lost = OneShotState.None;

    /// <summary>The next user has made none of it.</summary>
    public void EndLease()
    {
        Foreign = All;
        _own = Lost = OneShotState.None;
    }

    /// <summary>Its user has given it up.</summary>
    public void Forget() => _own = Lost = OneShotState.None;

    private void NoteMade(OneShotState made)
    {
        Foreign &= ~made;
        Lost &= ~made;
        _own |= made;
    }

    /// <summary>What overwrites the foreign part counts as a statement, and so overwrites what the last one left.</summary>
    private bool WouldWipeOut(OneShotState needs) =>
        (needs & Foreign) is not OneShotState.None && (needs & _own & OneShotState.LastStatement) is not OneShotState.None;
}
