using ResilientMySql.Testing.Proxying;

namespace ResilientMySql.Testing.Faults;

/// <summary>The request is passed on later. It has struck when the waiting begins.</summary>
public sealed record Delay : Fault
{
    /// <summary>Delays a request.</summary>
    /// <param name="duration">For how long; zero or more.</param>
    public Delay(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        Duration = duration;
    }

    /// <summary>How long the request waits.</summary>
    public TimeSpan Duration { get; }

    /// <inheritdoc/>
    public override FaultPoint Point => FaultPoint.BeforeRequest;

    internal override ValueTask StrikeAsync(ProxyLink link) => link.WaitAsync(Duration);
}
