namespace ResilientMySql.Benchmarks.Load;

/// <summary>Lets all take turns in short rounds, so that whatever else the machine does meanwhile meets all of them.</summary>
internal static class Turns
{
    /// <summary>What the turns of each one brought, round by round.</summary>
    /// <param name="rounds">How often everybody has a turn.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="turn">One turn of the one with this index.</param>
    /// <param name="tell">Is told the number of a round that is over, from 1, and what it brought, in the order of the indexes.</param>
    /// <param name="cancellationToken">Ends it before the next turn.</param>
    public static async Task<IReadOnlyList<T>[]> TakeAsync<T>(
        int rounds, int count, Func<int, Task<T>> turn, Action<int, IEnumerable<T>> tell, CancellationToken cancellationToken)
    {
        List<T>[] taken = [.. Enumerable.Range(0, count).Select(_ => new List<T>(rounds))];
        for (int round = 0; round < rounds; round++)
        {
            for (int place = 0; place < count; place++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                int index = TurnOrder.At(round, place, count);
                taken[index].Add(await turn(index));
            }

            tell(round + 1, taken.Select(static turns => turns[^1]));
        }

        return taken;
    }
}
