using ResilientMySql.Testing.Proxying;

namespace ResilientMySql.Testing.Faults;

/// <summary>
/// A new connection is torn (RST) before a byte has gone over it. The client's connect() itself succeeds: that is the only
/// difference from a port where nobody listens.
/// </summary>
public sealed record RefuseConnections : Fault
{
    /// <inheritdoc/>
    public override FaultPoint Point => FaultPoint.Connect;

    internal override ValueTask StrikeAsync(ProxyLink link)
    {
        link.End(Ending.Reset);
        return ValueTask.CompletedTask;
    }
}
