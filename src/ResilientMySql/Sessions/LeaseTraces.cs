using ResilientMySql.Statements;

namespace ResilientMySql.Sessions;

/// <summary>
/// What a lease has left on its session besides settings and pins, which the ledger has: it decides whether the next lease can have
/// the session as it is, after a reset, or not at all. Of the physical connection that it is now.
/// </summary>
internal sealed class LeaseTraces
{
    private StatementTrace _worst;

    /// <summary>Whether nobody else is to have the session.</summary>
    public bool AreIndelible => _worst is StatementTrace.Indelible;

    /// <summary>Whether there is nothing that a reset has to clear.</summary>
    public bool AreNone => _worst is StatementTrace.None && !HasPrepared;

    /// <summary>Whether something was prepared on the physical connection that must not outlive the lease.</summary>
    public bool HasPrepared { get; private set; }

    /// <summary>Whether a transaction may be open that nobody has seen begin: something ran that was not understood.</summary>
    public bool MayBeInTransaction { get; private set; }

    public void Note(StatementEffects effects)
    {
        if (effects.Trace > _worst)
            _worst = effects.Trace;

        MayBeInTransaction |= effects.Kind is StatementKind.Opaque;
    }

    public void NotePrepared() => HasPrepared = true;

    /// <summary>Nobody else is to have it: what was done to it is not known, or it is not wanted any more.</summary>
    public void Retire() => _worst = StatementTrace.Indelible;

    /// <summary>The session was reset, or has a new physical connection.</summary>
    public void Clear()
    {
        _worst = StatementTrace.None;
        HasPrepared = MayBeInTransaction = false;
    }
}
