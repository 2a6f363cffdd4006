namespace ResilientMySql.Allocations;

/// <summary>Counts what an operation allocates, on all threads of this process.</summary>
internal static class AllocatedBytes
{
    private const int Rounds = 5;
    private const int Operations = 150;

    // Calls hop between threads, and each thread has frames of its own to use again: how many are missed is a matter of luck.
    private const int RoundsUntilSettled = 3;
    private const int MostRounds = 60;

    /// <summary>
    /// Bytes an operation, of each of the two, measured in turns. The least of many rounds, until more rounds do not make it less:
    /// whatever else the process does can only add to one.
    /// </summary>
    public static async Task<(double First, double Second)> CompareAsync(Func<Task> first, Func<Task> second)
    {
        (double First, double Second) least = (double.MaxValue, double.MaxValue);
        int settled = 0;
        for (int round = 0; round < MostRounds && settled < RoundsUntilSettled; round++)
        {
            (double First, double Second) before = least;
            least.First = Math.Min(least.First, await OfRoundAsync(first));
            least.Second = Math.Min(least.Second, await OfRoundAsync(second));
            settled = least.First < before.First - 1 || least.Second < before.Second - 1 ? 0 : settled + 1;
        }

        return least;
    }

    /// <summary>The same for synchronous operations, all of whose bytes are on one thread.</summary>
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
