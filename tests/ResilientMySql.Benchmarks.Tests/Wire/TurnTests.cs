using System.Diagnostics;
using ResilientMySql.Benchmarks.Servers;
using ResilientMySql.Benchmarks.Wire.Worker;

namespace ResilientMySql.Benchmarks.Tests.Wire;

/// <summary>What a caller asks and sees in its turn.</summary>
public sealed class TurnTests
{
    private readonly Turn _turn = new([new City("Aden", 1), new City("Oslo", 2)], caller: 0);

    [Fact]
    public void Cities_AreAskedForInTurn()
    {
        _turn.Begin(long.MaxValue);
        foreach ((string name, int id) in ((string, int)[])[("Aden", 1), ("Oslo", 2), ("Aden", 1)])
        {
            Assert.Equal(name, _turn.City);
            _turn.Answered(id);
        }

        Assert.True(_turn.GoesOn);
        Assert.Equal(3, _turn.Calls);
        Assert.Equal(_turn.Spent, _turn.Latencies.ToArray().Sum());
    }

    [Fact]
    public void WrongAnswer_IsNoAnswer()
    {
        _turn.Begin(long.MaxValue);

        Assert.Throws<InvalidOperationException>(() => _turn.Answered(2));
    }

    [Fact]
    public void AfterItsEnd_ItDoesNotGoOn()
    {
        _turn.Begin(Stopwatch.GetTimestamp());

        Assert.False(_turn.GoesOn);
    }

    [Fact]
    public void NewTurn_BeginsAtNothing()
    {
        _turn.Begin(long.MaxValue);
        _turn.Answered(1);
        _turn.Begin(long.MaxValue);

        Assert.Equal((0, 0, 0), (_turn.Calls, _turn.Spent, _turn.Latencies.Length));
    }
}
