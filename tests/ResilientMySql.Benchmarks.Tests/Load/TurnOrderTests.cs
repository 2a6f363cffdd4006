using ResilientMySql.Benchmarks.Load;

namespace ResilientMySql.Benchmarks.Tests.Load;

/// <summary>Everybody has his turn in every round, and nobody always after the same one.</summary>
public sealed class TurnOrderTests
{
    private const int Count = 6;

    [Fact]
    public void EveryRound_HasEverybodyOnce()
    {
        for (int round = 0; round < 3 * Count; round++)
            Assert.Equal(Enumerable.Range(0, Count), OrderOf(round).Order());
    }

    [Fact]
    public void Rounds_BeginWithAnotherOneAndGoBothWays()
    {
        Assert.Equal([0, 1, 2, 3, 4, 5], OrderOf(0));
        Assert.Equal([0, 5, 4, 3, 2, 1], OrderOf(1));
        Assert.Equal([2, 3, 4, 5, 0, 1], OrderOf(2));
    }

    private static IEnumerable<int> OrderOf(int round) => Enumerable.Range(0, Count).Select(turn => TurnOrder.At(round, turn, Count));
}
