using ResilientMySql.Testing.Proxying;

namespace ResilientMySql.Testing.Faults;

/// <summary>
/// Both directions fall silent with every socket open, as behind a cut cable: the request does not reach the server, which
/// keeps its session with all that is open and locked in it. Lasts until <see cref="FaultProxy.Heal"/>.
/// </summary>
public sealed record BlackHole : Fault
{
    /// <inheritdoc/>
    public override FaultPoint Point => FaultPoint.BeforeRequest;

    /// <inheritdoc/>
    public override bool StrikesIdle => true;

    internal override ValueTask StrikeAsync(ProxyLink link)
    {
        link.End(Ending.Silence);
        return ValueTask.CompletedTask;
    }
}
