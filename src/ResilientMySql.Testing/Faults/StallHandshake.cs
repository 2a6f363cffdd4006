using ResilientMySql.Testing.Proxying;

namespace ResilientMySql.Testing.Faults;

/// <summary>A new connection is accepted and hears nothing, as from a frozen server. Lasts until <see cref="FaultProxy.Heal"/>.</summary>
public sealed record StallHandshake : Fault
{
    /// <inheritdoc/>
    public override FaultPoint Point => FaultPoint.Connect;

    internal override ValueTask StrikeAsync(ProxyLink link)
    {
        link.End(Ending.Silence);
        return ValueTask.CompletedTask;
    }
}
