using ResilientMySql.Testing.Proxying;

namespace ResilientMySql.Testing.Faults;

/// <summary>The connection ends instead of passing a request on: the server never sees it.</summary>
public sealed record DropBeforeRequest : Fault
{
    /// <summary>How it ends for the client.</summary>
    public Ending Ending { get; init; } = Ending.Fin;

    /// <inheritdoc/>
    public override FaultPoint Point => FaultPoint.BeforeRequest;

    internal override ValueTask StrikeAsync(ProxyLink link)
    {
        link.End(Ending);
        return ValueTask.CompletedTask;
    }
}
