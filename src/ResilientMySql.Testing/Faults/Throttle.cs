using ResilientMySql.Testing.Proxying;

namespace ResilientMySql.Testing.Faults;

/// <summary>From the request on, each direction of its connection carries few bytes per second, until <see cref="FaultProxy.Heal"/>.</summary>
public sealed record Throttle : Fault
{
    /// <summary>Throttles a connection.</summary>
    /// <param name="bytesPerSecond">How much each direction carries; 1 or more.</param>
    public Throttle(int bytesPerSecond)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytesPerSecond, 1);
        BytesPerSecond = bytesPerSecond;
    }

    /// <summary>How much each direction carries.</summary>
    public int BytesPerSecond { get; }

    /// <inheritdoc/>
    public override FaultPoint Point => FaultPoint.BeforeRequest;

    /// <inheritdoc/>
    public override bool StrikesIdle => true;

    internal override ValueTask StrikeAsync(ProxyLink link)
    {
        link.BytesPerSecond = BytesPerSecond;
        return ValueTask.CompletedTask;
    }
}
