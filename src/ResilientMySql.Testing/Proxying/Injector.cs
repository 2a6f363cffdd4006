using System.Collections.Immutable;
using System.Diagnostics;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.Testing.Proxying;

/// <summary>The faults that wait for their requests. Thread-safe.</summary>
internal sealed class Injector(TimeProvider time)
{
    private ImmutableArray<Injection> _injections = [];

    public Injection Add(Fault fault, Func<ProxiedRequest, bool>? when, int times)
    {
        var injection = new Injection(this, fault, when, times, time);
        ImmutableInterlocked.Update(ref _injections, static (all, added) => all.Add(added), injection);
        return injection;
    }

    public void Remove(Injection injection) =>
        ImmutableInterlocked.Update(ref _injections, static (all, removed) => all.Remove(removed), injection);

    public void Clear()
    {
        foreach (Injection injection in _injections)
            injection.Dispose();
    }

    /// <summary>The fault that strikes a request, if there is one: the first that was injected, if several match.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="seesPackets">Whether the connection's packets can be seen.</param>
    public Claim? Draw(ProxiedRequest request, bool seesPackets)
    {
        foreach (Injection injection in _injections)
        {
            if (Fits(injection.Fault, request) && injection.Matches(request) && injection.TryTake())
            {
                if (seesPackets || !injection.Fault.NeedsPackets)
                    return new Claim(injection, request);

                injection.Return();
                injection.Fail(new NotSupportedException(
                    $"{injection.Fault.GetType().Name} needs to see packets, and connection {request.ConnectionId} is encrypted or compressed."));
            }
        }

        return null;
    }

    private static bool Fits(Fault fault, ProxiedRequest request) => fault.Point switch
    {
        FaultPoint.Connect => request.Command is ServerCommand.Connect,
        FaultPoint.BeforeRequest => request.Command is not ServerCommand.Connect,
        FaultPoint.AfterRequest or FaultPoint.InAnswer or FaultPoint.Idle => request.Command is not ServerCommand.Connect && request.HasAnswer,
        _ => throw new UnreachableException(),
    };
}
