using ResilientMySql.Testing.Proxying;

namespace ResilientMySql.Testing.Faults;

/// <summary>
/// The server's side is closed, so that its session ends; the client's stays open and silent, as when a server is gone that
/// could not say so. The request does not reach the server. Lasts until <see cref="FaultProxy.Heal"/>.
/// </summary>
public sealed record HalfOpen : Fault
{
    /// <inheritdoc/>
    public override FaultPoint Point => FaultPoint.BeforeRequest;

    /// <inheritdoc/>
    public override bool StrikesIdle => true;

    internal override ValueTask StrikeAsync(ProxyLink link)
    {
        link.End(Ending.Silence);
        link.CloseServer();
        return ValueTask.CompletedTask;
    }
}
