using ResilientMySql.Testing.Protocol;
using ResilientMySql.Testing.Proxying;

namespace ResilientMySql.Testing.Faults;

/// <summary>Something bad that a <see cref="FaultProxy"/> can do to a connection. Immutable; one object may be used any number of times.</summary>
public abstract record Fault
{
    private protected Fault()
    {
    }

    /// <summary>The moment at which it strikes, where it is injected into a request.</summary>
    public abstract FaultPoint Point { get; }

    /// <summary>Whether <see cref="FaultProxy.StrikeIdle"/> takes it too.</summary>
    public virtual bool StrikesIdle => Point is FaultPoint.Idle;

    /// <summary>Whether it needs packets to be seen, which on an encrypted or compressed connection they are not.</summary>
    public virtual bool NeedsPackets => false;

    /// <summary>Whether it strikes when the last byte of the request is on its way, without looking at the answer.</summary>
    internal virtual bool StrikesOnceForwarded => false;

    /// <summary>Does what it does, at its point.</summary>
    internal abstract ValueTask StrikeAsync(ProxyLink link);

    /// <summary>How much of an answer the client gets, and whether the fault strikes then.</summary>
    internal virtual AnswerRuling Rule(AnswerProgress progress) => AnswerRuling.PassAll(progress);
}
