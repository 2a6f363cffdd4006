using ResilientMySql.Benchmarks.Load;

namespace ResilientMySql.Benchmarks.Tests.Load;

/// <summary>Who has a turn, and where what it brought goes.</summary>
public sealed class TurnsTests
{
    private readonly List<string> _told = [];
    private int _turns;

    [Fact]
    public async Task Everybody_HasTurnsInTurnOrder()
    {
        IReadOnlyList<string>[] taken = await TakeAsync(CancellationToken.None);

        Assert.Equal([["0 as 1", "0 as 4"], ["1 as 2", "1 as 6"], ["2 as 3", "2 as 5"]], taken);
        Assert.Equal(["1: 0 as 1, 1 as 2, 2 as 3", "2: 0 as 4, 1 as 6, 2 as 5"], _told);
    }

    [Fact]
    public async Task Cancelled_NobodyHasAnotherTurn()
    {
        await Assert.ThrowsAsync<OperationCanceledException>(() => TakeAsync(new CancellationToken(canceled: true)));

        Assert.Equal(0, _turns);
    }

    private Task<IReadOnlyList<string>[]> TakeAsync(CancellationToken cancellationToken) => Turns.TakeAsync(
        rounds: 2,
        count: 3,
        index => Task.FromResult($"{index} as {++_turns}"),
        (round, turns) => _told.Add($"{round}: {string.Join(", ", turns)}"),
        cancellationToken);
}
