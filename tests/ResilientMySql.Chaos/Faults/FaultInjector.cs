using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.Chaos.Faults;

/// <summary>Carries out a plan, one fault after the other; each one is over, and the server reachable, before the next.</summary>
internal sealed class FaultInjector(FaultPlan plan, WireFaults wire, ServerFaults server, FaultTally tally)
{
    /// <summary>Until it is told to stop; leaves everything healed.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        foreach (PlannedFault planned in plan.Faults())
        {
            await Task.Delay(planned.Pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested)
                break;

            tally.Note(planned.Kind);
            await StrikeAsync(planned);
        }

        wire.Heal();
    }

    private Task StrikeAsync(PlannedFault planned) => planned.Kind switch
    {
        FaultKind.DropBeforeRequest => wire.StrikeRequestsAsync(planned, new DropBeforeRequest { Ending = EndingOf(planned) }),
        FaultKind.SwallowAnswer => wire.StrikeRequestsAsync(planned, new SwallowAnswer { Ending = EndingOf(planned) }),
        FaultKind.CutAfterForwarding => wire.StrikeRequestsAsync(
            planned, new SwallowAnswer { Ending = EndingOf(planned), Timing = SwallowTiming.AfterForwarding }),
        FaultKind.CutAnswer => wire.StrikeRequestsAsync(
            planned, new CutAnswerAfterBytes((int)(planned.Choice * 12)) { Ending = EndingOf(planned) }),
        FaultKind.CutRows => wire.StrikeRequestsAsync(
            planned, new CutAnswerAfterRows((int)(planned.Choice * 6)) { Ending = EndingOf(planned) }),
        FaultKind.EndAfterAnswer => wire.StrikeRequestsAsync(
            planned, planned.Choice < 0.5 ? new FinWhileIdle() : new ResetWhileIdle()),
        FaultKind.FinWhileIdle => Done(() => wire.StrikeIdle(planned.Kind, new FinWhileIdle())),
        FaultKind.ResetWhileIdle => Done(() => wire.StrikeIdle(planned.Kind, new ResetWhileIdle())),
        FaultKind.SilenceWhileIdle => wire.SilenceIdleAsync(planned),
        FaultKind.BlackHole => wire.StrikeRequestsForAWhileAsync(planned, new BlackHole()),
        FaultKind.HalfOpen => wire.StrikeRequestsForAWhileAsync(planned, new HalfOpen()),
        FaultKind.Delay => wire.StrikeRequestsAsync(planned, new Delay(planned.Duration)),
        FaultKind.Throttle => wire.StrikeRequestsForAWhileAsync(planned, new Throttle(1_000)),
        FaultKind.RefuseConnections => wire.KeepOutAsync(planned, new RefuseConnections()),
        FaultKind.FailHandshake => wire.KeepOutAsync(planned, new FailHandshake()),
        FaultKind.StallHandshake => wire.KeepOutAsync(planned, new StallHandshake()),
        FaultKind.KillIdleSession => server.KillSessionAsync(planned, " AND COMMAND = 'Sleep'"),
        FaultKind.KillSession => server.KillSessionAsync(planned, ""),
        FaultKind.KillServer => server.RestartAsync(planned, static server => server.KillAsync()),
        FaultKind.StopServer => server.RestartAsync(planned, static server => server.StopAsync()),
        FaultKind.FreezeServer => server.FreezeAsync(planned),
        FaultKind.ShortWaitTimeout => server.ShortenWaitTimeoutAsync(planned),
        _ => throw new ArgumentOutOfRangeException(nameof(planned)),
    };

    /// <summary>Chance has more to say about the same number elsewhere: another digit of it decides here.</summary>
    private static Ending EndingOf(PlannedFault planned) => (int)(planned.Choice * 100) % 2 == 0 ? Ending.Fin : Ending.Reset;

    private static Task Done(Action strike)
    {
        strike();
        return Task.CompletedTask;
    }
}
