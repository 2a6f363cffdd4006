namespace ResilientMySql.Allocations;

/// <summary>Counts what an operation allocates, on all threads of this process.</summary>
internal static class AllocatedBytes
{
    private const int Rounds = 5;
    private const int Operations = 150;

    /// <summary>
    /// Bytes an operation, of each of the two, measured in turns. The least of many rounds: whatever else the process does can only
    /// add to one.
    /// </summary>
    public static async Task<(double First, double Second)> CompareAsync(Func<Task> first, Func<Task> second)
    {
        (double First, double Second) least = (double.MaxValue, double.MaxValue);
        for (int round = 0; round < Rounds; round++)
        {
            least.First = Math.Min(least.First, await OfRoundAsync(first));
            least.Second = Math.Min(least.Second, await OfRoundAsync(second));
        }

        return least;
    }

    /// <inheritdoc cref="CompareAsync"/>
    public static (double First, double Second) Compare(Action first, Action second)
    {
        (double First, double Second) least = (double.MaxValue, double.MaxValue);
        for (int round = 0; round < Rounds; round++)
        {
            least.First = Math.Min(least.First, OfRound(first));
            least.Second = Math.Min(least.Second, OfRound(second));
        }

        return least;
    }

    private static async Task<double> OfRoundAsync(Func<Task> operation)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int i = 0; i < Operations; i++)
            await operation();

        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Operations;
    }

    private static double OfRound(Action operation)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Operations; i++)
            operation();

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Operations;
    }
}
