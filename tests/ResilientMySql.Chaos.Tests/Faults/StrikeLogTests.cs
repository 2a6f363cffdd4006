using System.Diagnostics;
using ResilientMySql.Chaos.Faults;
using ResilientMySql.Chaos.Ledger;

namespace ResilientMySql.Chaos.Tests.Faults;

/// <summary>Which writes a strike explains, and which it does not.</summary>
public sealed class StrikeLogTests
{
    private readonly StrikeLog _strikes = new();

    [Fact]
    public void NoStrike_ReachesNobody() => Assert.False(_strikes.Reaches(WriteUntil(long.MaxValue)));

    [Fact]
    public void WriteUnderWay_IsReached()
    {
        long before = Stopwatch.GetTimestamp();
        _strikes.Begin(FaultKind.KillServer).End(TimeSpan.Zero);

        Assert.True(_strikes.Reaches(WriteUntil(Stopwatch.GetTimestamp()) with { From = before }));
    }

    [Fact]
    public void WriteThatBeganLater_IsNotReached()
    {
        _strikes.Begin(FaultKind.FinWhileIdle).End(TimeSpan.Zero);
        long after = Stopwatch.GetTimestamp() + 1;

        Assert.False(_strikes.Reaches(WriteUntil(long.MaxValue) with { From = after }));
    }

    [Fact]
    public void WriteThatEndedBefore_IsNotReached()
    {
        WriteRecord write = WriteUntil(Stopwatch.GetTimestamp() - 1);
        _strikes.Begin(FaultKind.KillServer);

        Assert.False(_strikes.Reaches(write));
    }

    [Fact]
    public void StrikeAtAnotherOne_IsNoSecondOne()
    {
        long before = Stopwatch.GetTimestamp();
        _strikes.Begin(FaultKind.KillServer).End(TimeSpan.Zero);
        _strikes.Note(FaultKind.SwallowAnswer, worker: 2, TimeSpan.Zero);
        Assert.False(StrikesTwice(before));

        _strikes.Note(FaultKind.SwallowAnswer, worker: 1, TimeSpan.Zero);
        Assert.True(StrikesTwice(before));
    }

    [Fact]
    public void OngoingStrike_ReachesWhoeverComes()
    {
        _strikes.Begin(FaultKind.SilenceWhileIdle);

        Assert.True(_strikes.Reaches(WriteUntil(long.MaxValue) with { From = Stopwatch.GetTimestamp() }));
    }

    [Fact]
    public void StrikeAtARequest_ReachesItsWorkerOnly()
    {
        _strikes.Note(FaultKind.SwallowAnswer, worker: 1, TimeSpan.Zero);

        Assert.True(_strikes.Reaches(WriteUntil(long.MaxValue)));
        Assert.False(_strikes.Reaches(WriteUntil(long.MaxValue) with { Worker = 2 }));
    }

    [Fact]
    public void ShortWaitTimeout_ReachesOnlyWhoMetIt()
    {
        _strikes.Begin(FaultKind.ShortWaitTimeout, StrikeReach.Sleepers);

        Assert.False(_strikes.Reaches(WriteUntil(long.MaxValue)));
        Assert.True(_strikes.Reaches(WriteUntil(long.MaxValue) with { MetTimeout = true }));
    }

    [Fact]
    public void StandStill_ExplainsNothing()
    {
        _strikes.Begin(FaultKind.FreezeServer, StrikeReach.Nobody);

        Assert.False(_strikes.Reaches(WriteUntil(long.MaxValue)));
    }

    private static WriteRecord WriteUntil(long until) => new(
        WriteKind.Insert, Id: 1, Worker: 1, WriteOutcome.Unknown, From: 0, until, MetTimeout: false);

    private bool StrikesTwice(long since) => _strikes.StrikeTwice(worker: 1, since, Stopwatch.GetTimestamp(), metTimeout: false);
}
